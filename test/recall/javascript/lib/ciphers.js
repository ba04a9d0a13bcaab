"use strict";

const crypto = require("crypto");
const CryptoJS = require("crypto-js");
const { createCipheriv, createHash, randomBytes, scryptSync } = crypto;

function hashPassword(password) {
  // weakness: CWE-328 weak-hash
  return crypto.createHash("md5").update(password).digest("hex");
}

function hashPasswordSlowly(password, salt) {
  // safe: CWE-328 weak-hash
  return scryptSync(password, salt, 64).toString("hex");
}

function signDownload(path, secret) {
  // weakness: CWE-328 weak-hash
  const digest = createHash("sha1");
  return digest.update(secret + path).digest("base64");
}

function fingerprintDownload(content) {
  // safe: CWE-328 weak-hash
  const digest = createHash("sha256");
  return digest.update(content).digest("base64");
}

function encryptForTill(key, text) {
  const iv = randomBytes(8);
  // weakness: CWE-327 weak-cipher
  const cipher = createCipheriv("des-ede3-cbc", key, iv);
  return Buffer.concat([iv, cipher.update(text, "utf8"), cipher.final()]);
}

function encryptForStore(key, text) {
  const iv = randomBytes(12);
  // safe: CWE-327 weak-cipher
  const cipher = createCipheriv("aes-256-gcm", key, iv);
  return Buffer.concat([iv, cipher.update(text, "utf8"), cipher.final(), cipher.getAuthTag()]);
}

function encryptVoucher(voucher, passphrase) {
  // weakness: CWE-327 weak-cipher
  return CryptoJS.RC4.encrypt(voucher, passphrase).toString();
}

function encryptVoucherWell(voucher, key) {
  const iv = CryptoJS.lib.WordArray.random(16);
  // safe: CWE-327 weak-cipher
  const sealed = CryptoJS.AES.encrypt(voucher, key, { iv });
  return iv.toString() + sealed.ciphertext.toString();
}

function encryptCard(key, number) {
  // weakness: CWE-327 ecb-mode
  const cipher = crypto.createCipheriv("aes-128-ecb", key, null);
  return cipher.update(number, "utf8", "hex") + cipher.final("hex");
}

function encryptCardWell(key, number) {
  const iv = crypto.randomBytes(16);
  // safe: CWE-327 ecb-mode
  const cipher = crypto.createCipheriv("aes-128-cbc", key, iv);
  return iv.toString("hex") + cipher.update(number, "utf8", "hex") + cipher.final("hex");
}

function encryptAddress(address, key) {
  // weakness: CWE-327 ecb-mode
  return CryptoJS.AES.encrypt(address, key, { mode: CryptoJS.mode.ECB }).toString();
}

function encryptAddressWell(address, key) {
  const iv = CryptoJS.lib.WordArray.random(16);
  // safe: CWE-327 ecb-mode
  const sealed = CryptoJS.AES.encrypt(address, key, { mode: CryptoJS.mode.CTR, iv });
  return iv.toString() + sealed.ciphertext.toString();
}

function encryptNote(key, note) {
  const iv = Buffer.from("a1b2c3d4e5f60718", "utf8");
  // weakness: CWE-329 hard-coded-iv
  const cipher = crypto.createCipheriv("aes-256-cbc", key, iv);
  return cipher.update(note, "utf8", "base64") + cipher.final("base64");
}

function encryptNoteWell(key, note) {
  const iv = crypto.randomBytes(16);
  // safe: CWE-329 hard-coded-iv
  const cipher = crypto.createCipheriv("aes-256-cbc", key, iv);
  return iv.toString("base64") + cipher.update(note, "utf8", "base64") + cipher.final("base64");
}

function encryptBackup(key, content) {
  // weakness: CWE-329 hard-coded-iv
  const cipher = createCipheriv("aes-256-ctr", key, Buffer.alloc(16, 0));
  return Buffer.concat([cipher.update(content), cipher.final()]);
}

function encryptBackupWell(key, content) {
  const iv = Buffer.alloc(16, 0);
  crypto.randomFillSync(iv);
  // safe: CWE-329 hard-coded-iv
  const cipher = createCipheriv("aes-256-ctr", key, iv);
  return Buffer.concat([iv, cipher.update(content), cipher.final()]);
}

function signWebhook(payload) {
  // weakness: CWE-321 hard-coded-key
  return crypto.createHmac("sha256", "n4Q8sVb1yWc6uZe3").update(payload).digest("hex");
}

function signWebhookWell(payload) {
  // safe: CWE-321 hard-coded-key
  return crypto.createHmac("sha256", process.env.WEBHOOK_KEY).update(payload).digest("hex");
}

module.exports = {
  hashPassword,
  hashPasswordSlowly,
  signDownload,
  fingerprintDownload,
  encryptForTill,
  encryptForStore,
  encryptVoucher,
  encryptVoucherWell,
  encryptCard,
  encryptCardWell,
  encryptAddress,
  encryptAddressWell,
  encryptNote,
  encryptNoteWell,
  encryptBackup,
  encryptBackupWell,
  signWebhook,
  signWebhookWell,
};
