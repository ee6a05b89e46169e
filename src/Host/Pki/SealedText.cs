using System.Security.Cryptography;
using System.Text;

namespace ActorKube.Host.Pki;

/// <summary>
/// A secret that is kept where others can read it, sealed with the token that all hosts of the cluster have: AES-256-GCM, its key by PBKDF2-SHA256 from the token and a random salt.
/// Layout: salt (16 bytes), nonce (12), tag (16), text.
/// </summary>
internal static class SealedText
{
    private const int SaltSize = 16;
    private const int NonceSize = 12;
    private const int TagSize = 16;
    private const int KeySize = 32;

    /// <summary>What a guess of a token costs: about 0.1 s. Tokens are to be long and random; this is for those that aren't.</summary>
    private const int Iterations = 200_000;

    public static byte[] Seal(string text, string token)
    {
        var plain = Encoding.UTF8.GetBytes(text);
        var result = new byte[SaltSize + NonceSize + TagSize + plain.Length];
        var (salt, nonce, tag, cipher) = Split(result);
        RandomNumberGenerator.Fill(salt);
        RandomNumberGenerator.Fill(nonce);
        using var aes = new AesGcm(Key(token, salt), TagSize);
        aes.Encrypt(nonce, plain, cipher, tag);
        return result;
    }

    /// <returns>Null if it was sealed with another token, or tampered with.</returns>
    public static string? Open(byte[] sealedText, string token)
    {
        if (sealedText.Length < SaltSize + NonceSize + TagSize)
        {
            return null;
        }

        var (salt, nonce, tag, cipher) = Split(sealedText);
        var plain = new byte[cipher.Length];
        using var aes = new AesGcm(Key(token, salt), TagSize);
        try
        {
            aes.Decrypt(nonce, cipher, tag, plain);
            return Encoding.UTF8.GetString(plain);
        }
        catch (AuthenticationTagMismatchException)
        {
            return null;
        }
    }

    private static byte[] Key(string token, ReadOnlySpan<byte> salt) => Rfc2898DeriveBytes.Pbkdf2(Encoding.UTF8.GetBytes(token), salt, Iterations, HashAlgorithmName.SHA256, KeySize);

    private static Parts Split(byte[] bytes) => new(
        bytes.AsSpan(0, SaltSize), bytes.AsSpan(SaltSize, NonceSize), bytes.AsSpan(SaltSize + NonceSize, TagSize), bytes.AsSpan(SaltSize + NonceSize + TagSize));

    private readonly ref struct Parts(Span<byte> salt, Span<byte> nonce, Span<byte> tag, Span<byte> cipher)
    {
        private readonly Span<byte> _salt = salt;
        private readonly Span<byte> _nonce = nonce;
        private readonly Span<byte> _tag = tag;
        private readonly Span<byte> _cipher = cipher;

        public void Deconstruct(out Span<byte> salt, out Span<byte> nonce, out Span<byte> tag, out Span<byte> cipher)
        {
            salt = _salt;
            nonce = _nonce;
            tag = _tag;
            cipher = _cipher;
        }
    }
}
