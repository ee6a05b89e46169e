using System.Security.Cryptography;

namespace ActorKube.Engine.Commands;

/// <summary>Where new objects get what must be random from; seeded in simulations.</summary>
public interface IObjectIdentity
{
    /// <summary>A fresh UUID.</summary>
    string NewUid();

    /// <summary>Five characters that generateName appends, none of which spells words.</summary>
    string NewSuffix();
}

/// <summary>Fills a span with random bytes.</summary>
public delegate void RandomSource(Span<byte> bytes);

/// <summary>Identities from a source of random bytes. As thread-safe as the source.</summary>
public sealed class RandomObjectIdentity(RandomSource source) : IObjectIdentity
{
    private const string Alphabet = "bcdfghjklmnpqrstvwxz2456789";

    /// <summary>Takes the operating system's randomness.</summary>
    public static RandomObjectIdentity System { get; } = new(RandomNumberGenerator.Fill);

    public string NewUid()
    {
        Span<byte> bytes = stackalloc byte[16];
        source(bytes);

        // RFC 9562, version 4: random but for the version and the variant.
        bytes[6] = (byte)((bytes[6] & 0x0f) | 0x40);
        bytes[8] = (byte)((bytes[8] & 0x3f) | 0x80);
        return new Guid(bytes, bigEndian: true).ToString();
    }

    public string NewSuffix()
    {
        Span<byte> bytes = stackalloc byte[5];
        source(bytes);
        Span<char> text = stackalloc char[5];
        for (var i = 0; i < text.Length; i++)
        {
            text[i] = Alphabet[bytes[i] % Alphabet.Length];
        }

        return new string(text);
    }
}
