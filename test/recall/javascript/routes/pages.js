"use strict";

const ejs = require("ejs");
const escapeHtml = require("escape-html");
const express = require("express");
const Handlebars = require("handlebars");

const router = express.Router();

const ORIGIN = "https://shop.example.com";
const LANDING_PAGES = { home: "/", basket: "/basket", account: "/account" };

router.get("/search", (req, res) => {
  const term = req.query.q;
  // weakness: CWE-79 xss
  res.send("<h1>Results for " + term + "</h1>");
});

router.get("/v2/search", (req, res) => {
  const term = req.query.q;
  // safe: CWE-79 xss
  res.send("<h1>Results for " + escapeHtml(term) + "</h1>");
});

router.get("/hello/:name", (req, res) => {
  const greeting = `<p>Welcome back, ${req.params.name}!</p>`;
  res.set("Content-Type", "text/html");
  res.write("<main>");
  // weakness: CWE-79 xss
  res.write(greeting);
  res.end("</main>");
});

router.get("/v2/hello/:name", (req, res) => {
  const greeting = `<p>Welcome back, ${escapeHtml(req.params.name)}!</p>`;
  res.set("Content-Type", "text/html");
  res.write("<main>");
  // safe: CWE-79 xss
  res.write(greeting);
  res.end("</main>");
});

router.get("/login/done", (req, res) => {
  // weakness: CWE-601 open-redirect
  res.redirect(req.query.next);
});

router.get("/v2/login/done", (req, res) => {
  const target = new URL(req.query.next, ORIGIN);
  if (target.origin !== ORIGIN) {
    return res.redirect("/");
  }
  // safe: CWE-601 open-redirect
  return res.redirect(target.href);
});

router.get("/leave", (req, res) => {
  const { returnTo } = req.query;
  res.statusCode = 302;
  // weakness: CWE-601 open-redirect
  res.setHeader("Location", returnTo);
  res.end();
});

router.get("/v2/leave", (req, res) => {
  const { returnTo } = req.query;
  const page = returnTo === "basket" ? LANDING_PAGES.basket : LANDING_PAGES.home;
  res.statusCode = 302;
  // safe: CWE-601 open-redirect
  res.setHeader("Location", page);
  res.end();
});

function compileNewsletter(source) {
  // weakness: CWE-116 template-escaping-off
  return Handlebars.compile(source, { noEscape: true });
}

function compileEscapedNewsletter(source) {
  // safe: CWE-116 template-escaping-off
  return Handlebars.compile(source, { strict: true });
}

function renderProfile(profile) {
  // weakness: CWE-116 template-escaping-off
  return ejs.render("<section><%- bio %></section>", { bio: profile.bio });
}

function renderEscapedProfile(profile) {
  // safe: CWE-116 template-escaping-off
  return ejs.render("<section><%= bio %></section>", { bio: profile.bio });
}

router.post("/login", (req, res) => {
  const session = req.session.id;
  // weakness: CWE-614 cookie-flags
  res.cookie("session", session);
  res.sendStatus(204);
});

router.post("/v2/login", (req, res) => {
  const session = req.session.id;
  // safe: CWE-614 cookie-flags
  res.cookie("session", session, { httpOnly: true, secure: true, sameSite: "lax" });
  res.sendStatus(204);
});

module.exports = { router, compileNewsletter, compileEscapedNewsletter, renderProfile, renderEscapedProfile };
