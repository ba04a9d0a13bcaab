// A shop's orders: what a program in Scala is made of.
package com.example.shop

import java.io.{File, IOException => Failure}
import java.security.MessageDigest
import scala.collection.mutable
import scala.concurrent.Future
import scala.sys.process._

trait Store[A] {
  type Key
  val size: Int
  def load(id: String): Option[A]
  def close(): Unit = ()
}

sealed trait State
case object Open extends State
case class Closed(reason: String, code: Int = 0) extends State

case class Order(id: String, price: Double = 1.5, tags: Seq[String] = Nil) extends Ordered[Order] {
  def compare(other: Order): Int = price.compare(other.price)
  def +(other: Order): Order = copy(price = price + other.price)
}

object Order {
  val Limit = 10000
  private val names = List("a", "b") :+ "c"
  def apply(id: String): Order = new Order(id, 2.0)
  implicit class Rich(val order: Order) extends AnyVal {
    def cheap: Boolean = order.price < 10
  }
}

@Singleton
class OrderController(db: Database, val name: String)(implicit ec: ExecutionContext)
    extends BaseController(name)
    with Store[Order] {
  private var total: Long = 0L
  lazy val digest = MessageDigest.getInstance("MD5")
  override val size: Int = 0x10
  protected val counts = mutable.Map("a" -> 1, "b" -> 2)

  def this(db: Database) = this(db, "shop")

  def find(id: String): Action[AnyContent] = Action.async { implicit request =>
    val table = request.getQueryString("table").getOrElse("orders")
    if (table.isEmpty || id == null) {
      throw new IllegalArgumentException("no table: " + id)
    } else if (!counts.contains(id) && total > Order.Limit) {
      Future.successful(NotFound)
    } else {
      val rows = SQL"SELECT * FROM orders WHERE id = $id".as(parser.*)
      val query = s"SELECT * FROM ${table.trim} WHERE id = '$id'"
      db.run(sql"#$query".as[String]).map(found => Ok(Html(s"<p>$found</p>")))
    }
  }

  override def load(id: String): Option[Order] =
    try {
      val statement = connection.createStatement()
      val result = statement.executeQuery("SELECT * FROM orders WHERE id = '" + id + "'")
      while (result.next()) {
        println(f"found ${result.getString(1)}%s")
        total += 1
      }
      Some(Order(id))
    } catch {
      case e: Failure => None
      case e @ (_: IllegalStateException | _: RuntimeException) if e.getMessage != null =>
        e.printStackTrace()
        throw e
    } finally {
      close()
    }

  def run(command: String, rest: String*): String = {
    val output = Seq("sh", "-c", command).!!
    Runtime.getRuntime.exec("ls " + command)
    s"rm -rf $command".!
    Process("ls", rest).lineStream.mkString("\n") + output
  }
}

object Main extends App {
  def describe(value: Any): String = value match {
    case null => "nothing"
    case 1 | 2 => "small"
    case n: Int if n > 100 && n % 2 == 0 => "large"
    case Order(id, price, _) => s"$id: $price"
    case head :: tail => head.toString
    case (a, b) => a.toString + b
    case Closed(reason, _) =>
      val text = reason.toUpperCase
      text
    case _ => value.toString
  }

  def largest[T <: Comparable[T], U >: T](items: List[T])(name: T => String = (x: T) => x.toString): T = {
    var best = items(0)
    for (item <- items) if (item.compareTo(best) > 0) best = item
    for {
      i <- 0 until items.size
      j <- i to 10 by 2 if j != 3
      k = i + j
    } println(k)
    best
  }

  val squares = for (n <- 1 to 10 if n % 2 == 1) yield n * n
  val add: (Int, Int) => Int = (a, b) => a + b
  val curried = (a: Int) => (b: Int) => a ^ b
  val partial = List(1, 2).map(_ + 1).filter { x => x > 1 }.foldLeft(0)(_ + _)
  val functions = List("a").collect { case s: String => s.length }
  val (first, second) = (1, "two")
  val Some(value) = Option(add(1, first))
  var level = if (value > 1) 2 else -1
  do {
    level <<= 1
  } while (level < 100 && level != -1)
  val text = """raw "text" here""" + 'x' + 1.5e3f
  val password = "hunter2"
  val handler = new Runnable {
    override def run(): Unit = new File("/tmp/" + password).delete()
  }
  val key = new SecretKeySpec("0123456789abcdef".getBytes, "DES")
  val items: Array[Int] = Array(1, 2, 3)
  items(0) = level.asInstanceOf[Int] | ~partial
  squares.zip(functions).foreach { case (a, b) => println(a -> b) }
  def twice(x: => Int): Int = { return x * 2 }
  println(describe(twice(3)) + curried(1)(2) + text.length + second)
  handler.run()
}
