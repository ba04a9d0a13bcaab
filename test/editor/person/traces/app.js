export function answer() {
  const question = incoming();
  const reply = `You asked: ${question}`;
  log("answered");
  outgoing(reply);
}
