namespace ActorKube.Api.Serialization;

/// <summary>Whether two JSON documents say the same, whatever the order of their objects' members.</summary>
public static class JsonEquality
{
    /// <summary>Documents written by the same writer differ in length when they differ in more than order.</summary>
    public static bool Same(ReadOnlySpan<byte> a, ReadOnlySpan<byte> b) =>
        a.SequenceEqual(b) || (a.Length == b.Length && CanonicalJson.Of(a).AsSpan().SequenceEqual(CanonicalJson.Of(b)));
}
