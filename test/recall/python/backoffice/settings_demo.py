"""Django settings of the demo."""

from pathlib import Path

BASE_DIR = Path(__file__).resolve().parent

ROOT_URLCONF = "backoffice.urls"
ALLOWED_HOSTS = ["demo.example.com"]
INSTALLED_APPS = ["django.contrib.auth", "django.contrib.contenttypes", "django.contrib.sessions"]
SECURE_SSL_REDIRECT = True
CSRF_COOKIE_SECURE = True

# weakness: CWE-489 debug-mode
DEBUG = True

# weakness: CWE-321 hard-coded-key
SECRET_KEY = "t3a!cup-saucer_5pO0n-milk-sugar"

# weakness: CWE-614 cookie-flags
SESSION_COOKIE_SECURE = False

DATABASES = {"default": {"ENGINE": "django.db.backends.sqlite3", "NAME": BASE_DIR / "demo.sqlite3"}}
