"""Hashes and ciphers, with hashlib, PyCryptodome and cryptography."""

import hashlib
import os
from hashlib import sha1

from Crypto.Cipher import AES, DES
from Crypto.Random import get_random_bytes
from Crypto.Util.Padding import pad
from cryptography.fernet import Fernet
from cryptography.hazmat.primitives.ciphers import Cipher, algorithms, modes


def hash_password(password: str) -> str:
    # weakness: CWE-328 weak-hash
    return hashlib.md5(password.encode()).hexdigest()


def hash_password_slowly(password: str, salt: bytes) -> str:
    # safe: CWE-328 weak-hash
    return hashlib.scrypt(password.encode(), salt=salt, n=2**14, r=8, p=5).hex()


def sign_download(path: str, secret: str) -> str:
    # weakness: CWE-328 weak-hash
    return sha1((secret + path).encode()).hexdigest()


def etag(content: bytes) -> str:
    # safe: CWE-328 weak-hash
    return sha1(content, usedforsecurity=False).hexdigest()


def encrypt_for_till(key: bytes, text: bytes) -> bytes:
    iv = get_random_bytes(8)
    # weakness: CWE-327 weak-cipher
    cipher = DES.new(key, DES.MODE_CBC, iv)
    return iv + cipher.encrypt(pad(text, 8))


def encrypt_for_store(key: bytes, text: bytes) -> bytes:
    iv = get_random_bytes(16)
    # safe: CWE-327 weak-cipher
    cipher = AES.new(key, AES.MODE_CBC, iv)
    return iv + cipher.encrypt(pad(text, 16))


def encrypt_voucher(key: bytes, voucher: bytes) -> bytes:
    # weakness: CWE-327 weak-cipher
    encryptor = Cipher(algorithms.ARC4(key), mode=None).encryptor()
    return encryptor.update(voucher) + encryptor.finalize()


def encrypt_voucher_well(key: bytes, voucher: bytes) -> bytes:
    nonce = os.urandom(16)
    # safe: CWE-327 weak-cipher
    encryptor = Cipher(algorithms.ChaCha20(key, nonce), mode=None).encryptor()
    return nonce + encryptor.update(voucher) + encryptor.finalize()


def encrypt_card(key: bytes, number: bytes) -> bytes:
    # weakness: CWE-327 ecb-mode
    cipher = AES.new(key, AES.MODE_ECB)
    return cipher.encrypt(pad(number, AES.block_size))


def encrypt_card_well(key: bytes, number: bytes) -> bytes:
    # safe: CWE-327 ecb-mode
    cipher = AES.new(key, AES.MODE_GCM)
    sealed, tag = cipher.encrypt_and_digest(number)
    return cipher.nonce + tag + sealed


def encrypt_address(key: bytes, block: bytes) -> bytes:
    # weakness: CWE-327 ecb-mode
    encryptor = Cipher(algorithms.AES(key), modes.ECB()).encryptor()
    return encryptor.update(block) + encryptor.finalize()


def encrypt_address_well(key: bytes, block: bytes) -> bytes:
    iv = os.urandom(16)
    # safe: CWE-327 ecb-mode
    encryptor = Cipher(algorithms.AES(key), modes.CTR(iv)).encryptor()
    return iv + encryptor.update(block) + encryptor.finalize()


def encrypt_note(key: bytes, note: bytes) -> bytes:
    iv = b"8f3b1c7a90d2e645"
    # weakness: CWE-329 hard-coded-iv
    cipher = AES.new(key, AES.MODE_CBC, iv)
    return cipher.encrypt(pad(note, AES.block_size))


def encrypt_note_well(key: bytes, note: bytes) -> bytes:
    iv = get_random_bytes(AES.block_size)
    # safe: CWE-329 hard-coded-iv
    cipher = AES.new(key, AES.MODE_CBC, iv)
    return iv + cipher.encrypt(pad(note, AES.block_size))


def encrypt_backup(key: bytes, content: bytes) -> bytes:
    # weakness: CWE-329 hard-coded-iv
    encryptor = Cipher(algorithms.AES(key), modes.CBC(b"\x00" * 16)).encryptor()
    return encryptor.update(content) + encryptor.finalize()


def encrypt_backup_well(key: bytes, content: bytes) -> bytes:
    iv = os.urandom(16)
    # safe: CWE-329 hard-coded-iv
    encryptor = Cipher(algorithms.AES(key), modes.CBC(iv)).encryptor()
    return iv + encryptor.update(content) + encryptor.finalize()


def seal(content: bytes) -> bytes:
    key = b"Jx4vPq9sLm2tRw7y"
    # weakness: CWE-321 hard-coded-key
    cipher = AES.new(key, AES.MODE_GCM)
    sealed, tag = cipher.encrypt_and_digest(content)
    return cipher.nonce + tag + sealed


def seal_well(content: bytes) -> bytes:
    # safe: CWE-321 hard-coded-key
    box = Fernet(os.environ["SEAL_KEY"])
    return box.encrypt(content)
