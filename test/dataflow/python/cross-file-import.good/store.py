import sqlite3

connection = sqlite3.connect("shop.db")


def search(term):
    cursor = connection.cursor()
    cursor.execute("SELECT id FROM products WHERE title LIKE ?", (f"%{term}%",))
    return cursor.fetchall()
