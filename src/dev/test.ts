// Everything that must hold: `npm test`. Its last line is the sum over all suites.
import { build } from "./build";
import { check } from "./check";
import { host } from "./host";
import { asTask } from "./process";
import { sum, summary } from "./results";
import { unit } from "./unit";

asTask(async () => {
  await build();
  const results = [await check(), await unit([]), await host([])];
  const total = sum(results);
  console.log(`\nChecks: ${summary(results[0])}. Unit: ${summary(results[1])}. VS Code: ${summary(results[2])}.`);
  console.log(summary(total));
  return total.failed === 0 ? 0 : 1;
});
