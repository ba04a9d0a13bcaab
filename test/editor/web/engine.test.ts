// The same suites as in Node: what holds there holds in a browser.
import "../suite/typing.test";
import "../suite/actions.test";
import "../suite/review.test";
import "../suite/configuration.test";
import "../suite/own-rules.test";
import "../suite/traces.test";
