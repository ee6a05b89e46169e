using System.Buffers.Text;
using System.Security.Cryptography;

namespace ActorKube.Api.Tokens;

/// <summary>An RSA key of 2048 bits that signs tokens by RS256 (RFC 7518, section 3.3). Thread-safe.</summary>
public sealed class SigningKey : IDisposable
{
    public const string Algorithm = "RS256";
    private const int Bits = 2048;

    private readonly RSA _rsa;
    private readonly Lock _gate = new();

    private SigningKey(RSA rsa)
    {
        _rsa = rsa;
        Id = Base64Url.EncodeToString(SHA256.HashData(rsa.ExportSubjectPublicKeyInfo()));
        PublicParameters = rsa.ExportParameters(includePrivateParameters: false);
    }

    /// <summary>Digest of the public key, from which nothing of the key can be told.</summary>
    public string Id { get; }

    public RSAParameters PublicParameters { get; }

    public static SigningKey Create() => new(RSA.Create(Bits));

    /// <summary>From what <see cref="ToPem"/> gave.</summary>
    /// <exception cref="ArgumentException">It is no private RSA key.</exception>
    public static SigningKey FromPem(string pem)
    {
        var rsa = RSA.Create();
        rsa.ImportFromPem(pem);
        return new SigningKey(rsa);
    }

    /// <summary>The private key, for safe-keeping.</summary>
    public string ToPem() => _rsa.ExportPkcs8PrivateKeyPem();

    public byte[] Sign(ReadOnlySpan<byte> data)
    {
        lock (_gate)
        {
            return _rsa.SignData(data, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        }
    }

    public bool IsSignature(ReadOnlySpan<byte> data, ReadOnlySpan<byte> signature)
    {
        lock (_gate)
        {
            return _rsa.VerifyData(data, signature, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        }
    }

    public void Dispose() => _rsa.Dispose();
}
