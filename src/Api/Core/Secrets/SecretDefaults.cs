using System.Text;

namespace ActorKube.Api.Core;

/// <summary>A secret's type, and its write-only text.</summary>
internal static class SecretDefaults
{
    public static Secret Apply(Secret secret) => secret with
    {
        Type = string.IsNullOrEmpty(secret.Type) ? SecretTypes.Opaque : secret.Type,
        Data = Fold(secret),
        StringData = null,
    };

    /// <summary>The text replaces what <c>data</c> has under the same keys.</summary>
    private static IReadOnlyDictionary<string, ReadOnlyMemory<byte>>? Fold(Secret secret)
    {
        if (secret.StringData is null)
        {
            return secret.Data;
        }

        var data = new Dictionary<string, ReadOnlyMemory<byte>>(secret.Data ?? new Dictionary<string, ReadOnlyMemory<byte>>(), StringComparer.Ordinal);
        foreach (var (key, text) in secret.StringData)
        {
            data[key] = Encoding.UTF8.GetBytes(text);
        }

        return data;
    }
}
