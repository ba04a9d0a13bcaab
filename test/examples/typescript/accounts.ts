import https from "node:https";
import jwt from "jsonwebtoken";

interface Account {
  readonly id: string;
  readonly name: string;
}

/** Shows an account's name on the page, as HTML that the name itself may write. */
export function greet(account: Account): void {
  const place = document.getElementById("greeting");
  if (place) place.innerHTML = `Welcome back, ${account.name}!`;
  document.write(location.hash);
}

/** Reads a token without looking at its signature. */
export function accountOf(token: string): Account {
  return jwt.verify(token, "", { algorithms: ["none"] }) as Account;
}

/** Asks the bank, whoever answers in its place. */
export function balance(account: Account): void {
  https.get({ host: "bank.example", path: `/balance/${account.id}`, rejectUnauthorized: false });
}

/** Makes a code that should be hard to guess. */
export function resetToken(): string {
  return Math.random().toString(36).slice(2);
}
