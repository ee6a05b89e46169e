using System.Collections.Immutable;

namespace ActorKube.Network.Policies.Rules;

/// <summary>What policies need to know of a pod that has an address of its own and hasn't ended. Compared by value.</summary>
/// <param name="Uid">With <paramref name="Created"/>: of two pods with one address, the younger has it.</param>
/// <param name="IsLocal">On this node.</param>
internal sealed record PodFact(string Uid, DateTimeOffset Created, bool IsLocal)
{
    /// <summary>IPv4.</summary>
    public ImmutableArray<string> Addresses { get; init; } = [];

    /// <summary>Of other families: nothing filters them.</summary>
    public ImmutableArray<string> Unfiltered { get; init; } = [];

    public ImmutableArray<(NamedPort Port, int Number)> Ports { get; init; } = [];

    /// <summary>The pod's elements of a set of addresses or, with a port, of addresses and port numbers.</summary>
    public IEnumerable<string> ElementsOf(NamedPort? port)
    {
        if (port is null)
        {
            return Addresses;
        }

        var number = Ports.FirstOrDefault(p => p.Port == port).Number;
        return number == 0 ? [] : Addresses.Select(a => string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{a} . {number}"));
    }

    public bool Equals(PodFact? other) => other is not null && Uid == other.Uid && Created == other.Created && IsLocal == other.IsLocal
        && Addresses.SequenceEqual(other.Addresses) && Unfiltered.SequenceEqual(other.Unfiltered) && Ports.SequenceEqual(other.Ports);

    public override int GetHashCode() => HashCode.Combine(Uid, Addresses.Length);
}
