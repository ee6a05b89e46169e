using System.Globalization;
using ActorKube.Network.Policies.Tables;
using ActorKube.Network.Tests.Proxy.Support;

namespace ActorKube.Network.Tests.Policies.Support;

/// <summary>Asks a table what becomes of the first packet of a connection, by reading its rules as the kernel does. Fails on a rule that it can't read.</summary>
internal sealed class TableProbe
{
    private readonly FilterTable _table;
    private readonly string _source;
    private readonly string _destination;
    private readonly string _protocol;
    private readonly string _port;

    private TableProbe(FilterTable table, string source, string destination, string port)
    {
        (_table, _source, _destination) = (table, source, destination);
        var parts = port.Split('/');
        var isPort = char.IsAsciiDigit(port[0]);
        (_port, _protocol) = isPort ? (parts[0], parts.Length > 1 ? parts[1].ToLowerInvariant() : "tcp") : ("", port.ToLowerInvariant());
    }

    public static bool Passes(FilterTable table, string source, string destination, string port, bool toNode)
    {
        var probe = new TableProbe(table, source, destination, port);
        string[] hooks = toNode ? ["leave-for-node"] : ["leave-for-others", "enter"];
        return hooks.All(h => !table.Chains.ContainsKey(h) || probe.Run(h) != "drop");
    }

    /// <summary>Null: the end of the chain was reached.</summary>
    private string? Run(string chain)
    {
        foreach (var rule in _table.Chains[chain].EachRule)
        {
            var words = new Queue<string>(rule.Split(' '));
            var verdict = Match(words);
            if (verdict?.StartsWith("jump ", StringComparison.Ordinal) is true)
            {
                verdict = Run(verdict[5..]);
            }

            if (verdict is not null)
            {
                return verdict;
            }
        }

        return null;
    }

    /// <summary>The rule's verdict; null if it doesn't match.</summary>
    private string? Match(Queue<string> words)
    {
        while (words.Count > 0)
        {
            switch (words.Dequeue())
            {
                case "ct" when words.Dequeue() == "state":
                    return null; // A new connection.
                case "ct":
                    // "proto-dst": nothing is translated here.
                    words.Dequeue();
                    if (words.Dequeue() != _port)
                    {
                        return null;
                    }

                    break;
                case "accept":
                    return "accept";
                case "drop":
                    return "drop";
                case "jump":
                    return $"jump {words.Dequeue()}";
                case "meta":
                    words.Dequeue();
                    if (words.Dequeue() != _protocol)
                    {
                        return null;
                    }

                    break;
                case var first:
                    List<string> key = [Field(first, words.Dequeue())];
                    while (words.Peek() == ".")
                    {
                        words.Dequeue();
                        key.Add(Field(words.Dequeue(), words.Dequeue()));
                    }

                    if (words.Peek() == "vmap")
                    {
                        words.Dequeue();
                        return _table.Sets[words.Dequeue()[1..]].Elements.GetValueOrDefault(key[0]);
                    }

                    if (key.Contains("") || !IsIn(string.Join(" . ", key), words.Dequeue()))
                    {
                        return null;
                    }

                    break;
            }
        }

        throw new FormatException("A rule without a verdict.");
    }

    /// <summary>Empty: the packet has none.</summary>
    private string Field(string header, string name) => (header, name) switch
    {
        ("ip", "saddr") => _source,
        ("ip", "daddr") => _destination,
        (_, "dport") => header == _protocol ? _port : "",
        _ => throw new FormatException($"{header} {name}"),
    };

    private bool IsIn(string value, string members) => members[0] == '@'
        ? _table.Sets[members[1..]] is var set && (set.Part.Declaration.Contains("interval", StringComparison.Ordinal) ? set.Elements.Keys.Any(e => IsWithin(value, e)) : set.Elements.ContainsKey(value))
        : IsWithin(value, members);

    private static bool IsWithin(string value, string range)
    {
        if (!value.Contains('.', StringComparison.Ordinal))
        {
            var ports = range.Split('-').Select(static p => int.Parse(p, CultureInfo.InvariantCulture)).ToList();
            return int.Parse(value, CultureInfo.InvariantCulture) is var port && port >= ports[0] && port <= ports[^1];
        }

        var address = Make.Address(value);
        if (range.Contains('/', StringComparison.Ordinal))
        {
            return Make.Network(range).Contains(address);
        }

        var ends = range.Split('-').Select(Make.Address).ToList();
        return address >= ends[0] && address <= ends[^1];
    }
}
