using System.Security.Cryptography;
using System.Text;
using ActorKube.Network.Addressing;

namespace ActorKube.Network.Policies.Rules;

/// <summary>Names of the sets, maps and chains of the table. They are for people who read <c>nft list ruleset</c>, and follow from the contents: the same policies make the same names on every node.</summary>
internal static class PolicyNames
{
    /// <summary>Address of a pod of this node: the chain that its incoming connections have to pass.</summary>
    public const string Ingress = "ingress";

    /// <summary>The same of outgoing ones.</summary>
    public const string Egress = "egress";

    /// <summary>Twice the address of a pod of this node: nothing keeps a pod from itself.</summary>
    public const string Self = "self";

    /// <summary>The kernel takes 255 bytes. A namespace has up to 63, a policy 253.</summary>
    private const int Longest = 200;

    /// <summary>What one policy allows.</summary>
    public static string Chain(string direction, PolicyName policy)
    {
        var name = $"{direction}/{policy}";
        return name.Length <= Longest ? name : $"{name[..Longest].TrimEnd('-', '.')}-{Digest(name)}";
    }

    /// <summary>What all policies together allow that isolate a pod.</summary>
    public static string Group(string direction, IEnumerable<PolicyName> policies) => $"{direction}-of-{Digest(string.Join(' ', policies))}";

    /// <summary>Pods of this node, each with its number for the port.</summary>
    public static string OwnPort(NamedPort port) => $"own-{port}";

    public static string Blocks(IEnumerable<string> ranges) => $"blocks-{Digest(string.Join(' ', ranges))}";

    public static string Ports(Transport transport, IEnumerable<string> ranges) => $"ports-{Digest($"{transport.Text()} {string.Join(' ', ranges)}")}";

    /// <summary>48 bits: among 10,000 texts two have the same once in five million tables.</summary>
    public static string Digest(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)))[..12];
}
