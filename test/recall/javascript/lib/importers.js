"use strict";

const fs = require("fs");
const path = require("path");
const AdmZip = require("adm-zip");
const express = require("express");
const funcster = require("funcster");
const libxml = require("libxmljs2");
const serialize = require("node-serialize");
const tar = require("tar-stream");
const yaml = require("js-yaml");
const { DEFAULT_SCHEMA, load } = require("js-yaml");
const jsTypes = require("js-yaml-js-types");
const { parseXml } = require("libxmljs");

const router = express.Router();

router.get("/profile", (req, res) => {
  const packed = Buffer.from(req.cookies.profile, "base64").toString();
  // weakness: CWE-502 unsafe-deserialization
  const profile = serialize.unserialize(packed);
  res.json({ theme: profile.theme });
});

router.get("/v2/profile", (req, res) => {
  const packed = Buffer.from(req.cookies.profile, "base64").toString();
  // safe: CWE-502 unsafe-deserialization
  const profile = JSON.parse(packed);
  res.json({ theme: profile.theme });
});

router.post("/jobs", (req, res) => {
  // weakness: CWE-502 unsafe-deserialization
  const job = funcster.deepDeserialize(req.body);
  res.json({ name: job.name });
});

router.post("/v2/jobs", (req, res) => {
  // safe: CWE-502 unsafe-deserialization
  const job = structuredClone(req.body);
  res.json({ name: job.name });
});

router.post("/catalogue.xml", express.text({ type: "application/xml" }), (req, res) => {
  // weakness: CWE-611 xxe
  const doc = libxml.parseXml(req.body, { noent: true, noblanks: true });
  res.json({ items: doc.find("//item").length });
});

router.post("/v2/catalogue.xml", express.text({ type: "application/xml" }), (req, res) => {
  // safe: CWE-611 xxe
  const doc = libxml.parseXml(req.body, { noent: false, noblanks: true });
  res.json({ items: doc.find("//item").length });
});

router.post("/order.xml", (req, res) => {
  const xml = req.body.order;
  const options = { noent: true };
  // weakness: CWE-611 xxe
  const order = parseXml(xml, options);
  res.json({ root: order.root().name() });
});

router.post("/v2/order.xml", (req, res) => {
  const xml = req.body.order;
  const options = { nonet: true };
  // safe: CWE-611 xxe
  const order = parseXml(xml, options);
  res.json({ root: order.root().name() });
});

router.post("/pipeline.yaml", (req, res) => {
  // weakness: CWE-502 unsafe-yaml
  const pipeline = yaml.load(req.body.source, { schema: yaml.DEFAULT_FULL_SCHEMA });
  res.json({ steps: pipeline.steps.length });
});

router.post("/v2/pipeline.yaml", (req, res) => {
  // safe: CWE-502 unsafe-yaml
  const pipeline = yaml.load(req.body.source, { schema: yaml.JSON_SCHEMA });
  res.json({ steps: pipeline.steps.length });
});

router.post("/theme.yaml", (req, res) => {
  const schema = DEFAULT_SCHEMA.extend(jsTypes.all);
  // weakness: CWE-502 unsafe-yaml
  const theme = load(req.body.theme, { schema });
  res.json({ name: theme.name });
});

router.post("/v2/theme.yaml", (req, res) => {
  const schema = DEFAULT_SCHEMA;
  // safe: CWE-502 unsafe-yaml
  const theme = load(req.body.theme, { schema });
  res.json({ name: theme.name });
});

function unpackPhotos(archive, folder) {
  const zip = new AdmZip(archive);
  zip.getEntries().forEach((entry) => {
    const target = path.join(folder, entry.entryName);
    // weakness: CWE-22 archive-extraction
    fs.writeFileSync(target, entry.getData());
  });
}

function unpackPhotosWell(archive, folder) {
  const root = path.resolve(folder);
  const zip = new AdmZip(archive);
  zip.getEntries().forEach((entry) => {
    const target = path.resolve(root, entry.entryName);
    if (!target.startsWith(root + path.sep)) {
      throw new Error("entry outside of the folder");
    }
    // safe: CWE-22 archive-extraction
    fs.writeFileSync(target, entry.getData());
  });
}

function unpackManuals(stream, folder) {
  const extract = tar.extract();
  extract.on("entry", (header, content, next) => {
    content.on("end", next);
    // weakness: CWE-22 archive-extraction
    content.pipe(fs.createWriteStream(path.join(folder, header.name)));
  });
  return stream.pipe(extract);
}

function unpackManualsWell(stream, folder) {
  const extract = tar.extract();
  extract.on("entry", (header, content, next) => {
    content.on("end", next);
    // safe: CWE-22 archive-extraction
    content.pipe(fs.createWriteStream(path.join(folder, path.basename(header.name))));
  });
  return stream.pipe(extract);
}

module.exports = { router, unpackPhotos, unpackPhotosWell, unpackManuals, unpackManualsWell };
