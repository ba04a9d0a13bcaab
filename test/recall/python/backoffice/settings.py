"""Django settings of the back office."""

import os
from pathlib import Path

BASE_DIR = Path(__file__).resolve().parent

ROOT_URLCONF = "backoffice.urls"
ALLOWED_HOSTS = ["office.example.com"]
INSTALLED_APPS = ["django.contrib.auth", "django.contrib.contenttypes", "django.contrib.sessions"]
SECURE_SSL_REDIRECT = True
CSRF_COOKIE_SECURE = True

# safe: CWE-489 debug-mode
DEBUG = False

# safe: CWE-321 hard-coded-key
SECRET_KEY = os.environ["DJANGO_SECRET_KEY"]

# safe: CWE-614 cookie-flags
SESSION_COOKIE_SECURE = True

DATABASES = {"default": {"ENGINE": "django.db.backends.sqlite3", "NAME": BASE_DIR / "office.sqlite3"}}
