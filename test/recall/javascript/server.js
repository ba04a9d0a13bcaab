"use strict";

const express = require("express");
const cookieParser = require("cookie-parser");
const cors = require("cors");
const errorhandler = require("errorhandler");
const helmet = require("helmet");
const inspector = require("node:inspector");
const session = require("express-session");

const app = express();
const publicApi = express.Router();
const partnerApi = express.Router();

app.use(helmet());
app.use(cookieParser());
app.use(express.json({ limit: "200kb" }));
app.use(express.urlencoded({ extended: false }));

function allowAnyOrigin() {
  // weakness: CWE-942 cors-wildcard-credentials
  publicApi.use(cors({ origin: "*", credentials: true }));
}

function allowKnownOrigins() {
  // safe: CWE-942 cors-wildcard-credentials
  publicApi.use(cors({ origin: ["https://shop.example.com"], credentials: true }));
}

partnerApi.use("/any", function (req, res, next) {
  // weakness: CWE-942 cors-wildcard-credentials
  res.setHeader("Access-Control-Allow-Origin", req.headers.origin);
  res.setHeader("Access-Control-Allow-Credentials", "true");
  next();
});

partnerApi.use("/known", function (req, res, next) {
  // safe: CWE-942 cors-wildcard-credentials
  res.setHeader("Access-Control-Allow-Origin", "https://partner.example.com");
  res.setHeader("Access-Control-Allow-Credentials", "true");
  res.vary("Origin");
  next();
});

function reportErrorsInFull() {
  // weakness: CWE-489 debug-mode
  app.use(errorhandler());
}

function reportErrorsWhileDeveloping() {
  if (process.env.NODE_ENV === "development") {
    // safe: CWE-489 debug-mode
    app.use(errorhandler());
  }
}

function openDebugger() {
  // weakness: CWE-489 debug-mode
  inspector.open(9229, "0.0.0.0");
}

function openLocalDebugger() {
  if (process.env.NODE_ENV === "development") {
    // safe: CWE-489 debug-mode
    inspector.open(9229, "127.0.0.1");
  }
}

function keepSessionsForScripts() {
  const maxAge = 8 * 60 * 60 * 1000;
  return session({
    secret: process.env.SESSION_SECRET,
    resave: false,
    saveUninitialized: false,
    // weakness: CWE-614 cookie-flags
    cookie: { httpOnly: true, secure: false, sameSite: "lax", maxAge },
  });
}

function keepSessions() {
  const maxAge = 8 * 60 * 60 * 1000;
  return session({
    secret: process.env.SESSION_SECRET,
    resave: false,
    saveUninitialized: false,
    // safe: CWE-614 cookie-flags
    cookie: { httpOnly: true, secure: true, sameSite: "lax", maxAge },
  });
}

function keepSessionsUnderOldSecret() {
  const cookie = { httpOnly: true, secure: true, sameSite: "strict" };
  // weakness: CWE-321 hard-coded-key
  return session({ secret: "mV7qLr2XzT9wKd4b", cookie, resave: false, saveUninitialized: false });
}

function keepSessionsUnderOwnSecret() {
  const cookie = { httpOnly: true, secure: true, sameSite: "strict" };
  // safe: CWE-321 hard-coded-key
  return session({ secret: process.env.SESSION_SECRET, cookie, resave: false, saveUninitialized: false });
}

module.exports = {
  app,
  publicApi,
  partnerApi,
  allowAnyOrigin,
  allowKnownOrigins,
  reportErrorsInFull,
  reportErrorsWhileDeveloping,
  openDebugger,
  openLocalDebugger,
  keepSessionsForScripts,
  keepSessions,
  keepSessionsUnderOldSecret,
  keepSessionsUnderOwnSecret,
};
