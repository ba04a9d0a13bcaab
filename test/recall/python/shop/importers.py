"""What customers and partners upload: state, feeds and settings."""

import base64
import json
import marshal
import pickle
import xml.sax
from io import BytesIO
from xml.sax.handler import ContentHandler, feature_external_ges

import yaml
from defusedxml.ElementTree import fromstring as parse_safely
from flask import Blueprint, Response, jsonify, request
from lxml import etree
from yaml import load as load_yaml

importers = Blueprint("importers", __name__)


@importers.route("/state")
def state() -> Response:
    packed = base64.b64decode(request.cookies["state"])
    # weakness: CWE-502 unsafe-deserialization
    restored = pickle.loads(packed)
    return jsonify(step=restored["step"])


@importers.route("/v2/state")
def state_as_json() -> Response:
    packed = base64.b64decode(request.cookies["state"])
    # safe: CWE-502 unsafe-deserialization
    restored = json.loads(packed)
    return jsonify(step=restored["step"])


@importers.route("/cache", methods=["PUT"])
def fill_cache() -> Response:
    # weakness: CWE-502 unsafe-deserialization
    entries = marshal.loads(request.get_data())
    return jsonify(count=len(entries))


@importers.route("/v2/cache", methods=["PUT"])
def fill_cache_from_json() -> Response:
    # safe: CWE-502 unsafe-deserialization
    entries = json.loads(request.get_data())
    return jsonify(count=len(entries))


@importers.route("/feed", methods=["POST"])
def feed() -> Response:
    document = request.data
    # weakness: CWE-611 xxe
    root = etree.fromstring(document, etree.XMLParser(resolve_entities=True, no_network=False))
    return jsonify(items=len(root))


@importers.route("/v2/feed", methods=["POST"])
def feed_without_entities() -> Response:
    document = request.data
    # safe: CWE-611 xxe
    root = etree.fromstring(document, etree.XMLParser(resolve_entities=False, no_network=True))
    return jsonify(items=len(root))


@importers.route("/prices", methods=["POST"])
def prices() -> Response:
    handler = ContentHandler()
    parser = xml.sax.make_parser()
    parser.setContentHandler(handler)
    parser.setFeature(feature_external_ges, True)
    # weakness: CWE-611 xxe
    parser.parse(BytesIO(request.data))
    return jsonify(ok=True)


@importers.route("/v2/prices", methods=["POST"])
def prices_defused() -> Response:
    # safe: CWE-611 xxe
    root = parse_safely(request.data)
    return jsonify(items=len(root))


@importers.route("/pipeline", methods=["POST"])
def pipeline() -> Response:
    # weakness: CWE-502 unsafe-yaml
    steps = yaml.load(request.data, Loader=yaml.UnsafeLoader)
    return jsonify(count=len(steps))


@importers.route("/v2/pipeline", methods=["POST"])
def pipeline_safe() -> Response:
    # safe: CWE-502 unsafe-yaml
    steps = yaml.load(request.data, Loader=yaml.SafeLoader)
    return jsonify(count=len(steps))


@importers.route("/theme", methods=["POST"])
def theme() -> Response:
    source = request.form["theme"]
    # weakness: CWE-502 unsafe-yaml
    settings = load_yaml(source, yaml.Loader)
    return jsonify(name=settings["name"])


@importers.route("/v2/theme", methods=["POST"])
def theme_safe() -> Response:
    source = request.form["theme"]
    # safe: CWE-502 unsafe-yaml
    settings = yaml.safe_load(source)
    return jsonify(name=settings["name"])
