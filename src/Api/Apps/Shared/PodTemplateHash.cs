using System.Buffers.Binary;
using System.Globalization;
using System.Text;
using ActorKube.Api.Core;
using ActorKube.Api.Serialization;

namespace ActorKube.Api.Apps;

/// <summary>
/// The suffix that names a ReplicaSet after its pod template, such as <c>5d4f8c7b9</c>.
/// <para>
/// It is FNV-1a (32 bits) of: the template's JSON as the API writes it, defaults included, its members in ordinal order, without
/// white space, as UTF-8; then, if given, the collision count as four bytes, least significant first, and four zero bytes. The
/// number is written in decimal and each digit replaced by a letter or digit that spells no words.
/// </para>
/// <para>
/// The value is stored as a name and as a label: what it covers must not change, or every Deployment would roll over at an upgrade.
/// It has the form of Kubernetes' hash, not its value. A template must come without the hash's own label.
/// </para>
/// </summary>
public static class PodTemplateHash
{
    private const string Alphabet = "bcdfghjklmnpqrstvwxz2456789";
    private const uint OffsetBasis = 2166136261;
    private const uint Prime = 16777619;

    /// <param name="collisionCount">How often the hash has met another template's ReplicaSet; null for never.</param>
    public static string Compute(PodTemplateSpec template, int? collisionCount = null)
    {
        var hash = Fnv1a(OffsetBasis, CanonicalJson.Of(ApiWriter.ToUtf8(template).Span));
        if (collisionCount is { } count)
        {
            Span<byte> bytes = stackalloc byte[8];
            BinaryPrimitives.WriteInt64LittleEndian(bytes, (uint)count);
            hash = Fnv1a(hash, bytes);
        }

        return SafeEncode(hash.ToString(CultureInfo.InvariantCulture));
    }

    /// <summary>The hash that names a ControllerRevision: of its data's canonical JSON and the collision count in decimal.</summary>
    public static string ComputeRevision(RawJson data, int? collisionCount = null)
    {
        var hash = Fnv1a(OffsetBasis, CanonicalJson.Of(data.Utf8.Span));
        if (collisionCount is { } count)
        {
            hash = Fnv1a(hash, Encoding.ASCII.GetBytes(count.ToString(CultureInfo.InvariantCulture)));
        }

        return SafeEncode(hash.ToString(CultureInfo.InvariantCulture));
    }

    /// <summary>Replaces every character by one that neither spells words nor looks like another: <c>0</c> is <c>4</c>.</summary>
    public static string SafeEncode(string text) => string.Create(text.Length, text, static (span, source) =>
    {
        for (var i = 0; i < span.Length; i++)
        {
            span[i] = Alphabet[source[i] % Alphabet.Length];
        }
    });

    private static uint Fnv1a(uint hash, ReadOnlySpan<byte> bytes)
    {
        foreach (var b in bytes)
        {
            hash = unchecked((hash ^ b) * Prime);
        }

        return hash;
    }
}
