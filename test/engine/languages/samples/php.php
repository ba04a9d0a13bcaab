<?php
// A shop's orders: what a program in PHP is made of.
declare(strict_types=1);

namespace Shop\Orders;

use PDO;
use Psr\Log\{LoggerInterface, NullLogger as Quiet};
use function array_map;
use const PHP_EOL;

require_once __DIR__ . '/vendor/autoload.php';
include $_GET['page'] . '.php';

const LIMIT = 10_000;
define('NAME', "shop");

interface Store extends \Countable
{
    public function load(string $id): ?Order;
}

trait Logs
{
    protected ?LoggerInterface $logger = null;

    public function log(string $text): void
    {
        $this->logger?->info($text, ['at' => time()]);
    }
}

enum State: string
{
    case Open = 'o';
    case Closed = 'c';

    public static function first(): self
    {
        return self::Open;
    }
}

#[Entity(table: 'orders')]
abstract class Base
{
    abstract protected function name(): string;
}

final class Order extends Base implements Store
{
    use Logs;

    public const PREFIX = 'order-';
    private static int $count = 0;
    public array $items = [1, 'two' => 2, ...LIMITS];

    public function __construct(private readonly string $id, protected float|int $price = 1.5, string ...$tags)
    {
        parent::__construct();
        $this->items['id'] = $id;
        self::$count++;
        static::boot(tags: $tags);
    }

    protected function name(): string
    {
        return static::PREFIX . "{$this->id} of $this->price" . self::$count;
    }

    public function load(string $id): ?Order
    {
        $table = $_POST['table'] ?? 'orders';
        if ($id === '' || !isset($this->items[$id])) {
            throw new \InvalidArgumentException("no id: " . $table);
        } elseif (count($this->items) > LIMIT && empty($table)) {
            return null;
        } else {
            $table = strtolower($table);
        }
        try {
            $pdo = new PDO("mysql:host=localhost;dbname=$table", 'root', 'hunter2');
            $result = $pdo->query("SELECT * FROM $table WHERE id = '" . $_GET['id'] . "'");
            while ($row = $result->fetch(PDO::FETCH_ASSOC)) {
                echo '<b>' . $row['name'] . '</b>', PHP_EOL;
            }
        } catch (\PDOException | \RuntimeException $e) {
            error_log($e->getMessage());
        } finally {
            $this->price += 1;
        }
        return $this;
    }

    public static function &digest(string &$text, callable $hash = null)
    {
        $text = md5($text) . sha1((string) $text);
        return $text;
    }
}

function run(string $command, int $level = 0): array
{
    global $total;
    static $calls = 0;
    $output = shell_exec('ls ' . $command);
    exec("sh -c $command", $lines, $status);
    $raw = `cat $command`;
    $data = unserialize($_COOKIE['data']);
    eval('$x = ' . $data . ';');
    for ($i = 0, $n = count($lines); $i < $n; $i++) {
        $lines[$i] .= $i % 2 == 0 ? 'even' : 'odd';
        if ($i > 5) {
            continue;
        }
    }
    foreach ($lines as $key => $line) {
        [$first, , $second] = explode(',', $line);
        list('a' => $a) = ['a' => $first <=> $second];
        unset($lines[$key]);
    }
    do {
        $level <<= 1;
    } while ($level < 100 && $level !== -1);
    switch ($level) {
        case 1:
            $calls++;
            break;
        default:
            $calls **= 2;
    }
    return [$output, 'raw' => $raw, ...$lines];
}

$handler = function ($request, $response) use (&$handler): string {
    return $response->write(htmlspecialchars($request->getParam('name')));
};
$names = array_map(fn(Order $order): string => $order->name(), $orders);
$level = match (true) {
    $names === [] => 0,
    count($names) > 10, count($names) < 2 => 1,
    default => throw new \LogicException('level'),
};
curl_setopt($curl, CURLOPT_SSL_VERIFYPEER, false);
setcookie('id', session_id(), ['secure' => false, 'httponly' => true]);
header('Location: ' . $_GET['to']);
$text = <<<TEXT
  Dear {$names[0]},
  welcome to $handler.
  TEXT;
$object = new class('x') extends Base {
    protected function name(): string
    {
        return 'none';
    }
};
$class = 'Order';
$order = (new $class('a', price: 2.0))->load('a');
if ($object instanceof Base and $order): ?>
  <p>Hello <?= $_GET['name'] ?></p>
<?php endif;
echo "<p>" . $_GET["title"];
goto end;
end:
echo @$names[0]->{'id'}, PHP_EOL;
print("done");
exit(0);
