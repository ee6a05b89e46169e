using System.Diagnostics.CodeAnalysis;

namespace ActorKube.Network.Dns.Messages;

/// <summary>
/// A domain name as a list of labels, the root's empty one left out. Labels are octets, one to a char; upper and lower case of ASCII are the same name, and what was asked is what is answered
/// (RFC 1035, RFC 4343). At most 63 octets a label and 255 altogether, as they are sent.
/// </summary>
internal sealed class DnsName : IEquatable<DnsName>
{
    public const int MaxLabel = 63;

    /// <summary>Octets, with a length before each label and the root's label at the end.</summary>
    public const int MaxLength = 255;

    private readonly string[] _labels;

    private DnsName(string[] labels) => _labels = labels;

    public static DnsName Root { get; } = new([]);

    /// <summary>From the host to the top-level domain.</summary>
    public ReadOnlySpan<string> Labels => _labels;

    public int Count => _labels.Length;

    /// <summary>As sent, without compression.</summary>
    public int Length => _labels.Sum(static l => l.Length + 1) + 1;

    /// <summary>From labels joined by dots, with or without one at the end; no escapes.</summary>
    /// <exception cref="FormatException">A label is empty or too long, or all are.</exception>
    public static DnsName Parse(string text) => TryOf(text.Length is 0 || text == "." ? [] : (text.EndsWith('.') ? text[..^1] : text).Split('.'), out var name)
        ? name
        : throw new FormatException($"\"{text}\" is not a domain name.");

    /// <summary>False if a label is empty or too long, or all are.</summary>
    public static bool TryOf(string[] labels, [NotNullWhen(true)] out DnsName? name)
    {
        name = Array.TrueForAll(labels, static l => l.Length is > 0 and <= MaxLabel) ? new DnsName(labels) : null;
        name = name?.Length <= MaxLength ? name : null;
        return name is not null;
    }

    /// <summary>A name below this one, which the labels must leave room for.</summary>
    /// <exception cref="FormatException">They don't.</exception>
    public DnsName Below(params string[] labels) => TryOf([.. labels, .. _labels], out var name) ? name : throw new FormatException($"{string.Join('.', labels)} is too long below {this}.");

    /// <summary>True for the name itself, too.</summary>
    public bool IsWithin(DnsName other) => Count >= other.Count && new DnsName(_labels[^other.Count..]).Equals(other);

    /// <summary>The labels before those of a name that this one is within, in lower case.</summary>
    public string[] LabelsBefore(DnsName other) => [.. _labels[..^other.Count].Select(static l => l.ToLowerInvariant())];

    /// <summary>Without the first labels.</summary>
    public DnsName Skip(int labels) => new(_labels[labels..]);

    public bool Equals(DnsName? other) => other is not null && _labels.AsSpan().SequenceEqual(other._labels, StringComparer.OrdinalIgnoreCase);

    public override bool Equals(object? obj) => Equals(obj as DnsName);

    public override int GetHashCode()
    {
        var hash = default(HashCode);
        foreach (var label in _labels)
        {
            hash.Add(label, StringComparer.OrdinalIgnoreCase);
        }

        return hash.ToHashCode();
    }

    public override string ToString() => $"{string.Join('.', _labels)}.";
}
