// A shop's orders: what a program in Swift is made of.
import CommonCrypto
import Foundation
@testable import Store

let limit = 10_000
var total: Int = 0
let names: [String] = ["a", "b"] + ["c"]
private let password = "hunter2"
typealias Handler = (String, Int) -> Void

enum State: String, CaseIterable {
    case open = "o"
    case closed, moved

    var isLast: Bool { self == .moved }
}

indirect enum Result<T> {
    case good(T)
    case bad(reason: String, code: Int = 0)
}

protocol Store: AnyObject {
    associatedtype Key
    var size: Int { get }
    func load(_ id: String) throws -> Order?
}

struct Order: Codable, Equatable {
    let id: String
    var price: Double = 1.5
    static var count = 0

    init(id: String, price: Double = 2.0) {
        self.id = id
        self.price = price
        Order.count += 1
    }

    subscript(index: Int) -> Character {
        get { return Array(id)[index] }
        set { total = index }
    }

    mutating func raise(by amount: Double, _ others: Double...) {
        price += amount
    }
}

extension Order: CustomStringConvertible {
    var description: String { return "\(id): \(price)" }
}

@objc(OrderController)
public final class OrderController: Base, WKNavigationDelegate {
    @IBOutlet weak var label: UILabel!
    private lazy var queue = DispatchQueue(label: "shop")
    var open: Bool = true {
        willSet { print(newValue) }
        didSet { label?.text = oldValue ? "open" : "closed" }
    }
    var size: Int {
        get { total }
        set(value) { total = value }
    }

    override init(name: String) {
        super.init(name: name)
    }

    convenience init?(path: String) {
        guard FileManager.default.fileExists(atPath: path), !path.isEmpty else { return nil }
        self.init(name: path)
    }

    deinit {
        NotificationCenter.default.removeObserver(self)
    }

    @available(iOS 13, *)
    func find(id: String, in table: String?) async throws -> String? {
        guard let table = table else {
            throw ShopError.missing("no table: " + id)
        }
        if id == "" || names.contains(id) {
            return nil
        } else if case .some(let value) = Int(id), value > limit {
            return String(value)
        }
        let query = "SELECT * FROM \(table) WHERE id = '\(id)'"
        sqlite3_exec(db, query, nil, nil, nil)
        do {
            let data = try await session.data(from: URL(string: "http://example.com/\(id)")!)
            let order = try? JSONDecoder().decode(Order.self, from: data)
            return order?.id ?? "none"
        } catch let error as DecodingError {
            print("failed", error)
        } catch {
            throw error
        }
        return nil
    }

    func digest(_ text: String) -> [UInt8] {
        var hash = [UInt8](repeating: 0, count: Int(CC_MD5_DIGEST_LENGTH))
        let data = text.data(using: .utf8)!
        data.withUnsafeBytes { CC_MD5($0.baseAddress, CC_LONG(data.count), &hash) }
        for i in 0..<hash.count where i % 2 == 0 {
            hash[i] ^= 0x5c
            if i == 3 { continue }
        }
        return hash.map { byte in byte | 1 }.filter { $0 != 0 }
    }

    @discardableResult
    static func run(_ command: String, arguments: [String] = []) -> Int32 {
        let process = Process()
        process.launchPath = "/bin/sh"
        process.arguments = ["-c", command] + arguments
        process.launch()
        defer { process.terminate() }
        return process.terminationStatus
    }
}

func describe<T: Comparable>(_ value: T?, state: State) -> String where T: Hashable {
    switch state {
    case .open where value != nil:
        return "open"
    case .closed, .moved:
        total -= 1
        fallthrough
    default:
        break
    }
    switch total {
    case 0: return "zero"
    case 1...9: return "small"
    case let n where n > 100 && n % 2 == 0: return "large"
    case is Int: return "number"
    default: return value.map { "\($0)" } ?? ""
    }
}

#if DEBUG
func debug() {
    print("debug")
}
#endif

func swapped<A, B>(_ pair: (A, B), inout other: Int) -> (first: B, second: A) {
    return (pair.1, pair.0)
}

outer: for (index, name) in names.enumerated() {
    while total > 100 {
        total -= index
        if total == 50 { break outer }
    }
    repeat {
        total <<= 1
    } while total < 10 && name != "z"
}

let counts: [String: Int] = ["a": 1, "b": 2]
let add: (Int, Int) -> Int = { (a: Int, b: Int) -> Int in return a + b }
let sorted = names.sorted { $0 < $1 }.map(\.count)
let level = total > 1 ? add(1, 2) : -1
let text = """
    Dear \(names[0]),
    "welcome".
    """
let tuple = (x: 1, y: 2.5e3)
let range = 1...
let object: Any = level as Any
if let number = object as? Int, number is Int { print(number, tuple.x, separator: ", ") }
UserDefaults.standard.set(password, forKey: "password")
try! text.write(toFile: "/tmp/\(level)", atomically: true, encoding: .utf8)
webView.evaluateJavaScript("show('\(text)')", completionHandler: nil)
print(#function, counts["a"]!, sorted)
