// The analyzer `entropy`: whether a text looks made at random, as keys and tokens are, by how well English predicts it.

/** A text must hold more bits than this, */
const leastBits = 64;
/** and more than this per character: of the 8 bits that one could hold. */
const leastPerCharacter = 0.6 * 8;

/** Bits of a character about which English says nothing: one of the 62 letters and digits. */
const otherBits = Math.log2(62);

/** Bits of each letter from `a` on, counted over the English texts of this project. A digit `a` is 0, `b` a half, and so on. */
const letterBits = digits("hnkkglmjirnkliilsihhlnlpmw");

/** The same of each letter (column) after another (row). */
const followingBits = [
  "wmjjtnkwmwmhifwmwhhfnlrrkw",
  "iwoudwwwjjtgwwhswilqhwwvgw",
  "gsowguwflwjkpwfwwhphkwjwtw",
  "hpuldsqwgqwmorguwlgomtuwlw",
  "ipihlmptnuwkkgrllffjtkojlw",
  "jwwujjwwewwjwwewwfnkjwwwnw",
  "kwmwewnhgwwmsiiswhilhwwwww",
  "ewwucwwwgwwtntgwwmqltwwwtw",
  "mqjlkkkwwwsikeikwkgeqmwpwq",
  "ewwwdwwvlwwwwujwpuesmpjwww",
  "outnbtwwhwuowirwwwgnkwwwpu",
  "gwviennugwshuwgswsjkjoqvjw",
  "flwpdwnwjwpjjqigwwlwkwwwtw",
  "iwkegpgwmqolqngowwhgootwlw",
  "nnljmhmwrrkkhfllwfkiiniuww",
  "evrtgrwmkwwhnuhlwgkhkwwwkw",
  "twwvrwwuuwwhwttwwttsawwwww",
  "iwlleqmvgwlonlgtwmiijmqwjw",
  "jwiwevvjhwkoqwhnpohekwkvnw",
  "ivnuftwdhwwmpthpwkhkowowmw",
  "kmkngskwjwwgigokwghgtwwwww",
  "ewwwbwwwhwwwtwpwwwjwwwwwww",
  "iwwrguweewwswihwwiiowwwwww",
  "jwkwhwwwkwwwlvqewvvcwwwwow",
  "ioqohqwwmwwpljhfwsffwwmwro",
  "furrcstqgwurspjswponsuswtw",
].map(digits);

/** Whether a text is long and unlikely enough to be a secret. Upper and lower case count as one. */
export function looksRandom(text: string): boolean {
  const bits = bitsOf(text.toLowerCase());
  return bits > leastBits && bits > leastPerCharacter * text.length;
}

/** The sum over all places of the bits per letter of the three letters there; other characters count by themselves. */
function bitsOf(text: string): number {
  // One character repeated looks like a line, or a mask.
  if (text === "" || text === text[0]!.repeat(text.length)) return 1;
  const letters = Array.from(text, (character) => character.charCodeAt(0) - 97);
  const single = (letter: number): number => letterBits[letter] ?? otherBits;
  let bits = 0;
  for (let i = 0; i < letters.length; i++) {
    const part = letters.slice(i, i + 3);
    const [a, b, c] = part;
    const first = followingBits[a!]?.[b!];
    const second = followingBits[b!]?.[c!];
    const known = first !== undefined && second !== undefined;
    const sum = known ? single(a!) + first + second : part.reduce((total, letter) => total + single(letter), 0);
    bits += sum / part.length;
  }
  return bits;
}

function digits(row: string): number[] {
  return Array.from(row, (digit) => (digit.charCodeAt(0) - 97) / 2);
}
