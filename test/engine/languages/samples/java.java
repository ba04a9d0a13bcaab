/* A shop's orders: what a program in Java is made of. */
package com.example.shop;

import java.io.*;
import java.nio.file.Files;
import java.nio.file.Paths;
import java.security.MessageDigest;
import java.sql.Connection;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import static java.util.Objects.requireNonNull;

@RestController
@RequestMapping(value = "/orders", produces = {"application/json", "text/plain"})
public class OrderController extends BaseController implements Closeable, Comparable<OrderController> {
    private static final String ALGORITHM = "MD5";
    private static final int LIMIT = 10_000, STEP = 0x10;
    protected final Map<String, List<Order>> orders;
    private volatile boolean open = true;
    private int[] sizes = {1, 2, 3};
    private String[][] grid = new String[LIMIT][];

    static {
        System.loadLibrary("shop");
    }

    @Autowired
    public OrderController(Map<String, List<Order>> orders, @Value("${shop.name}") String name) {
        super(name);
        this.orders = requireNonNull(orders, "orders");
    }

    public OrderController() {
        this(Map.of(), "shop");
    }

    @GetMapping("/{id}")
    public ResponseEntity<String> find(@PathVariable String id, HttpServletRequest request) throws Exception {
        String table = request.getParameter("table");
        if (table == null || table.isEmpty()) {
            throw new IllegalArgumentException("no table: " + id);
        } else if (!open && orders.size() > LIMIT) {
            return null;
        }
        try (Connection connection = source.getConnection(); Statement statement = connection.createStatement()) {
            String query = "SELECT * FROM " + table + " WHERE id = '" + id + "'";
            var result = statement.executeQuery(query);
            while (result.next()) {
                log.info("found {} in {}", result.getString(1), table);
            }
            return ResponseEntity.ok().header("X-Total", String.valueOf(sizes.length)).body(String.format("%s!", id));
        } catch (IOException | IllegalStateException e) {
            e.printStackTrace();
        } catch (Exception e) {
            throw e;
        } finally {
            open = false;
        }
        return new ResponseEntity<>(HttpStatus.NOT_FOUND);
    }

    protected byte[] digest(String text, final Charset... charsets) throws NoSuchAlgorithmException {
        MessageDigest digest = MessageDigest.getInstance(ALGORITHM);
        digest.update(text.getBytes());
        byte[] bytes = digest.digest();
        for (int i = 0, n = bytes.length; i < n; i++) {
            bytes[i] ^= (byte) (i % 2 == 0 ? 0x5c : ~i >>> 1);
        }
        for (Charset charset : charsets) {
            if (charset instanceof Charset known && known.canEncode()) continue;
            bytes = text.getBytes(charset);
        }
        return bytes;
    }

    private static <T extends Comparable<T>> List<T> sorted(List<? extends T> items, Function<T, String> name) {
        List<T> copy = new ArrayList<>(items);
        copy.sort((a, b) -> name.apply(a).compareTo(name.apply(b)));
        copy.forEach(System.out::println);
        copy.stream().filter(item -> item != null).map(item -> {
            String text = name.apply(item);
            return text.trim() + '\n';
        }).toList();
        return copy;
    }

    int level(String kind) {
        int level = switch (kind) {
            case "gold", "silver" -> 2;
            case "bronze" -> {
                yield 1;
            }
            default -> 0;
        };
        switch (level) {
            case 0:
                level += 1;
                break;
            case 1:
            default:
                level--;
        }
        do {
            level <<= 1;
        } while (level < 100 && level != -1);
        outer:
        for (;;) {
            if (level > 10) break outer;
        }
        synchronized (this) {
            assert level > 0 : "level";
        }
        return level;
    }

    void run(String command) throws IOException {
        Runtime.getRuntime().exec(new String[] {"sh", "-c", command});
        Process process = new ProcessBuilder("ls", command).start();
        Object object = new ObjectInputStream(new FileInputStream("/tmp/" + command)).readObject();
        Order order = (Order) object;
        Runnable task = new Runnable() {
            @Override
            public void run() {
                order.total += 1.5f;
            }
        };
        String text = """
            Dear %s,
            "welcome".
            """;
        Files.write(Paths.get("/tmp", command), text.getBytes());
        Class<?> type = Order.class;
    }

    enum State {
        OPEN("o"), CLOSED("c") {
            boolean last() { return true; }
        };

        private final String code;

        State(String code) {
            this.code = code;
        }
    }

    interface Visitor<R> {
        R visit(Order order);

        default void leave() {}
    }

    record Point(int x, int y) {
        Point {
            if (x < 0) throw new IllegalArgumentException();
        }
    }

    @interface Audited {
        String value() default "all";
    }
}
