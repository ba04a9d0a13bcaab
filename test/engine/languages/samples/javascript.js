// A shop's orders: what a program in JavaScript is made of.
"use strict";
import fs, { readFile as read } from "node:fs";
import * as path from "node:path";
const { exec, spawn: start } = require("child_process");
const express = require("express");

const LIMIT = 10 * 1_000;
let [first, , ...others] = [1, 2, 3, 4];
var total = 0,
  name = "shop";

class Order extends Base {
  static #count = 0;
  items = [];

  constructor(id, { price = 1, ...rest } = {}) {
    super(id);
    this.id = id ?? `order-${Order.#count++}`;
    Object.assign(this, rest);
  }

  get size() {
    return this.items.length;
  }

  async *pages(limit, ...filters) {
    for await (const page of this.load(limit)) {
      if (!page || filters.some((filter) => !filter(page))) continue;
      yield page;
    }
  }
}

function describe(order, title = "Order") {
  if (order.size > LIMIT) {
    throw new Error("too large: " + order.id);
  } else if (order.size === 0) {
    return null;
  }
  const lines = order.items.map((item, index) => `${index}: ${item.name}`);
  return { title, lines, [order.id]: true, "quoted-key": 1, show() { return lines.join("\n"); } };
}

const app = express();
app.get("/orders/:id", async (req, res, next) => {
  try {
    const order = await db.query("SELECT * FROM orders WHERE id = " + req.params.id);
    res.set({ "X-Total": String(order.total) }).send(describe(order));
  } catch (error) {
    console.error(`failed: ${error.message}`);
    next(error);
  } finally {
    total += 1;
  }
});

exec(`ls ${name}`, { timeout: 5000 }, function done(error, stdout) {
  if (error) return;
  fs.writeFileSync(path.join("/tmp", name), stdout);
});

for (let i = 0; i < others.length; i++) {
  switch (others[i] % 3) {
    case 0:
      total += i;
      break;
    case 1:
    default:
      total = total > 5 ? total - 1 : total ** 2;
  }
}

for (const key in { a: 1 }) delete others[key];
while (total-- > 0) if (typeof total !== "number") break;
do first <<= 1; while (first < 100 && first !== void 0);
label: for (const value of new Set([...others, first])) {
  if (value in others || value instanceof Order) continue label;
}

const pattern = /^(\w+)@example\.com$/iu;
const view = <section className="orders" {...others}>{total > 0 ? <b>{name}</b> : "none"}</section>;
document.querySelector("#out")?.addEventListener("click", (event) => (event.target.innerHTML = view), false);
export { Order, describe as default };
export const answer = eval("40 + 2"), nothing = undefined;
