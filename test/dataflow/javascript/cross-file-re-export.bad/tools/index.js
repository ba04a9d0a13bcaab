export { pack } from "./pack.js";
