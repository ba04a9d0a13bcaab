// A shop's orders: what a program in C# is made of.
#nullable enable
using System;
using System.Collections.Generic;
using System.Data.SqlClient;
using System.Diagnostics;
using System.Linq;
using System.Security.Cryptography;
using System.Threading.Tasks;
using static System.Math;
using Json = Newtonsoft.Json.JsonConvert;

[assembly: CLSCompliant(true)]

namespace Example.Shop
{
    public enum State : byte { Open = 1, Closed = Open << 1 }

    public delegate void Changed(object sender, EventArgs e);

    public interface IStore<out T> : IDisposable where T : class, new()
    {
        T? Load(string id);
        int Size { get; }
    }

    public record Point(int X, int Y = 0);

    public struct Pair<TKey, TValue>
    {
        public TKey Key;
        public TValue Value { get; init; }
    }

    [ApiController, Route("orders")]
    public sealed class OrdersController : Controller, IStore<Order>
    {
        private const string Algorithm = "MD5";
        private static readonly int[] Sizes = { 1, 2, 3 };
        private readonly Dictionary<string, List<Order>> orders = new();
        public event Changed? OnChange;

        public int Size => orders.Count;
        public string Name { get; private set; } = "shop";
        public Order this[string id] { get { return orders[id][0]; } set => orders[id] = new List<Order> { value }; }

        public OrdersController(IConfiguration configuration, string name = "shop") : base(name)
        {
            Name = name ?? throw new ArgumentNullException(nameof(name));
            connection = $"Server=.;Password=hunter2;Database={configuration["db"]}";
        }

        ~OrdersController() => Dispose();

        [HttpGet("{id}"), AllowAnonymous]
        public async Task<IActionResult> Find(string id, [FromQuery] string? table, params int[] pages)
        {
            if (string.IsNullOrEmpty(table) || id == "")
            {
                throw new ArgumentException("no table: " + id);
            }
            else if (!orders.ContainsKey(id) && Size > 10_000)
            {
                return NotFound();
            }
            using (var database = new SqlConnection(connection))
            {
                var command = new SqlCommand("SELECT * FROM " + table + " WHERE id = '" + id + "'", database);
                command.CommandText = string.Format("SELECT * FROM {0}", table);
                await using var reader = await command.ExecuteReaderAsync();
                while (await reader.ReadAsync())
                {
                    Console.WriteLine("found {0} in {1}", reader.GetString(0), table);
                }
            }
            try
            {
                var process = Process.Start("sh", "-c " + table);
                process!.StartInfo.FileName = id;
            }
            catch (InvalidOperationException e) when (e.Message.Length > 0)
            {
                Debug.WriteLine(e);
                throw;
            }
            finally
            {
                OnChange?.Invoke(this, EventArgs.Empty);
            }
            return Redirect(Request.Query["to"]);
        }

        private static byte[] Digest(string text)
        {
            using var md5 = MD5.Create();
            var hash = md5.ComputeHash(System.Text.Encoding.UTF8.GetBytes(text));
            for (int i = 0, n = hash.Length; i < n; i++)
            {
                hash[i] ^= (byte)(i % 2 == 0 ? 0x5c : ~i >> 1);
                if (i == 3) continue;
            }
            foreach (var item in hash)
            {
                if (item is byte and > 3) break;
            }
            return hash[1..^1];
        }

        public int Level(object kind)
        {
            int level = kind switch
            {
                null => -1,
                string { Length: > 3 } text => text.Length,
                Point(var x, 0) when x > 1 => x,
                "gold" or "silver" => 2,
                _ => 0,
            };
            switch (level)
            {
                case 0:
                    level += 1;
                    break;
                case 1:
                case 2 when kind is Point:
                    goto default;
                default:
                    level--;
                    break;
            }
            do { level <<= 1; } while (level < 100 && level != -1);
            lock (orders) { checked { level *= 2; } }
            return level;
        }

        public IEnumerable<string> Names(Func<Order, bool> filter)
        {
            var query = from order in orders.Values.SelectMany(x => x)
                        where filter(order) && order.Price > 1.5m
                        orderby order.Id descending
                        select new { order.Id, Total = order.Price };
            foreach (var (name, total) in query.Select(q => (q.Id, q.Total))) yield return $"{name,10}: {total:0.00}";
            yield break;
        }

        public T? Parse<T>(string json) where T : class
        {
            Func<int, int, int> add = (a, b) => { return a + b; };
            int Twice(int x) => add(x, x);
            var settings = new JsonSerializerSettings { TypeNameHandling = TypeNameHandling.All };
            var numbers = new[] { Twice(1), default(int), (int)Sqrt(2.0), sizeof(int) };
            var grid = new int[2, 3];
            string path = @"C:\temp\" + json, raw = """raw "text" here""";
            object? value = json as object;
            value ??= typeof(T);
            unsafe { int* pointer = &numbers[0]; *pointer = 'x'; }
            if (int.TryParse(json, out var parsed) && numbers is [1, .., var last]) numbers[0] = last - parsed;
            return Json.DeserializeObject<T>(json, settings);
        }

        public static Point operator +(OrdersController a, int b) => new Point(X: a.Size, Y: b);

        public void Dispose() { }

        Order? IStore<Order>.Load(string id) => this[id];
    }
}
