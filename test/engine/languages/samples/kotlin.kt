// A shop's orders: what a program in Kotlin is made of.
@file:JvmName("Shop")

package com.example.shop

import java.io.File
import java.security.MessageDigest
import java.sql.Connection
import javax.crypto.Cipher as Coder
import kotlinx.coroutines.*

const val LIMIT = 10_000
private val names: List<String> = listOf("a", "b") + "c"
var total: Long = 0L
typealias Handler = (String, Int) -> Unit

enum class State(val code: String) {
    OPEN("o"),
    CLOSED("c") {
        override fun last() = true
    };

    open fun last(): Boolean = false
}

data class Order(val id: String, var price: Double = 1.5, private val tags: Set<String> = emptySet())

sealed class Result<out T> {
    data class Good<T>(val value: T) : Result<T>()

    object Bad : Result<Nothing>()
}

interface Store {
    val size: Int

    fun load(id: String): Order?

    fun all(): List<Order> = emptyList()
}

@RestController
@RequestMapping("/orders", produces = ["application/json"])
class OrderController @Autowired constructor(
    private val store: Store,
    name: String,
) : Base(name), Store by store {
    private lateinit var connection: Connection
    private val digest by lazy { MessageDigest.getInstance("MD5") }
    var active: Boolean = true
        get() = field && store.size > 0
        private set(value) {
            field = value
        }

    init {
        require(name.isNotEmpty()) { "no name" }
    }

    constructor(store: Store) : this(store, "shop")

    @GetMapping("/{id}")
    fun find(@PathVariable id: String, request: HttpServletRequest): String? {
        val table = request.getParameter("table") ?: return null
        if (table.isEmpty() || id in names) {
            throw IllegalArgumentException("no table: " + id)
        } else if (!active && names.size > LIMIT) {
            return null
        }
        return try {
            val statement = connection.createStatement()
            val result = statement.executeQuery("SELECT * FROM $table WHERE id = '${id.trim()}'")
            while (result.next()) {
                log.info("found {} in {}", result.getString(1), table)
            }
            store.load(id)?.let { order -> "${order.id}: ${order.price}" }
        } catch (e: IllegalStateException) {
            e.printStackTrace()
            null
        } finally {
            active = false
        }
    }

    suspend fun run(command: String, vararg rest: String): Int = coroutineScope {
        Runtime.getRuntime().exec(arrayOf("sh", "-c", command))
        val process = ProcessBuilder("ls", *rest).start()
        val job = async(Dispatchers.IO) { process.waitFor() }
        job.await()
    }

    companion object {
        private const val ALGORITHM = "DES/ECB/PKCS5Padding"

        @JvmStatic
        fun cipher(key: ByteArray): Coder = Coder.getInstance(ALGORITHM).apply {
            init(Coder.ENCRYPT_MODE, SecretKeySpec(key, "DES"))
        }
    }
}

fun <T : Comparable<T>> List<T>.largest(name: (T) -> String = { it.toString() }): T {
    var best = this[0]
    for (item in this) if (item > best) best = item
    for (i in 0 until size step 2) {
        if (i == 3) continue
        total += i
    }
    for ((index, value) in withIndex()) println("$index: ${name(value)}")
    return best
}

infix fun Int.power(exponent: Int): Int {
    var result = 1
    repeat(exponent) { result *= this }
    do {
        result--
    } while (result > 100 && result != -1)
    return result
}

fun describe(value: Any?): String = when (value) {
    null -> "nothing"
    is Order -> "order"
    in 1..10, 20 -> "small"
    !is String -> value.hashCode().toString()
    else -> {
        val text = value as String
        text.uppercase()
    }
}

fun main(args: Array<String>) {
    val text = """
        Dear ${args.first()},
        "welcome".
    """.trimIndent()
    val level = if (args.size > 1) 2 else 0x1F
    when {
        level > 1 && args[0] == "x" -> println(text)
        level === 0 -> return
    }
    val listener = object : Listener {
        override fun on(event: String) {
            File("/tmp/$event").writeText(text)
        }
    }
    outer@ while (true) {
        if (listener.hashCode() % 2 == 0) break@outer
    }
    val pairs = mapOf("a" to 1, "b" to (2 power 3))
    pairs.filter { (key, value) -> key != "a" && value!! > 1 }.forEach(::println)
    val anonymous = fun(x: Int): Int { return x + 1 }
    names.map { name -> name.length }.sumOf { it.toLong() }.also { total = it }
    anonymous(level as? Int ?: -1)
}
