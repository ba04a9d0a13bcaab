// SPDX-License-Identifier: MIT
pragma solidity ^0.8.19;

import "./Base.sol";
import {Token as Coin, IERC20} from "./Token.sol";
import * as Tools from "./Tools.sol";

/* A shop's till: what a contract in Solidity is made of. */
uint256 constant LIMIT = 10_000;

error TooMuch(uint256 wanted, address who);

type Price is uint128;

struct Receipt {
    address buyer;
    uint256 paid;
}

interface IStore {
    event Sold(address indexed buyer, uint256 price);

    function load(bytes32 id) external view returns (uint256 price, bool open);
}

library Sums {
    function sum(uint256[] memory items) internal pure returns (uint256 total) {
        for (uint256 i = 0; i < items.length; i++) {
            total += items[i];
        }
    }
}

abstract contract Owned {
    address public owner;

    constructor() {
        owner = msg.sender;
    }

    modifier onlyOwner() {
        require(tx.origin == owner, "not the owner");
        _;
    }

    function close() public virtual;
}

contract Shop is Owned, IStore {
    using Sums for uint256[];
    using Sums for *;

    enum State {
        Open,
        Closed
    }

    mapping(address => uint256) public balances;
    mapping(bytes32 => mapping(address => bool)) private seen;
    uint256[] internal prices = [1, 2, 3];
    State public state = State.Open;
    uint256 immutable started;
    bytes32 private constant KEY = keccak256("shop");
    string name = "shop";
    Receipt[] receipts;

    event Changed(bytes32 indexed key, uint256 value);

    constructor(uint256 first, string memory title) Owned() {
        started = block.timestamp;
        prices.push(first);
        name = title;
    }

    receive() external payable {
        balances[msg.sender] += msg.value;
    }

    fallback() external payable {
        revert("nothing here");
    }

    function load(bytes32 id) external view override returns (uint256 price, bool open) {
        price = uint256(id) % 2 == 0 ? prices[0] : prices[prices.length - 1];
        open = state == State.Open && !seen[id][msg.sender];
    }

    function withdraw(uint256 amount) external {
        require(balances[msg.sender] >= amount, "too much");
        (bool done, bytes memory data) = msg.sender.call{value: amount, gas: 5000}("");
        if (!done || data.length > 0) {
            revert TooMuch(amount, msg.sender);
        } else if (amount > LIMIT) {
            emit Changed(KEY, amount);
        }
        balances[msg.sender] -= amount;
        payable(msg.sender).transfer(1 wei);
        selfdestruct(payable(owner));
    }

    function draw(uint256 salt) public onlyOwner returns (uint256) {
        uint256 random = uint256(keccak256(abi.encodePacked(block.timestamp, blockhash(block.number - 1), salt)));
        address(this).delegatecall(abi.encodeWithSignature("draw(uint256)", salt));
        while (random > 100 && random != 7) {
            random >>= 1;
            if (random == 50) continue;
            if (random < 3) break;
        }
        do {
            random *= 2;
        } while (random < 10);
        delete prices[0];
        unchecked {
            random = random ** 2 - 1;
        }
        return random;
    }

    function sell(Coin coin, address[] calldata buyers) external returns (uint256 total, string memory) {
        for (uint256 i; i < buyers.length; ++i) {
            try coin.transferFrom(buyers[i], owner, 1 ether) returns (bool good) {
                if (good) receipts.push(Receipt({buyer: buyers[i], paid: 1 ether}));
            } catch Error(string memory reason) {
                emit Sold(buyers[i], 0);
                name = reason;
            } catch {
                assert(false);
            }
        }
        total = prices.sum();
        Receipt memory last = Receipt(msg.sender, total);
        Coin created = new Coin{salt: KEY}("x", 18);
        created.mint(last.buyer, last.paid | 0xff);
        return (total, string(abi.encodePacked(unicode"Total ", hex"00ff")));
    }

    function size(address who) internal view returns (uint256 length) {
        assembly {
            let free := mload(0x40)
            length := extcodesize(who)
            if iszero(length) {
                mstore(free, 1)
            }
        }
    }

    function close() public override onlyOwner {
        state = State.Closed;
        owner = address(0);
        super.close();
    }
}
