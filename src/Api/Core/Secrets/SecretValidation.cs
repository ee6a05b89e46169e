using ActorKube.Api.Errors;
using ActorKube.Api.Meta;
using ActorKube.Api.Serialization;
using ActorKube.Api.Text;
using ActorKube.Api.Validation;

namespace ActorKube.Api.Core;

/// <summary>Keys and size of a secret, what its type asks for, and what its immutable flag protects.</summary>
internal static class SecretValidation
{
    private const string Redacted = "<secret contents redacted>";

    private static readonly FieldPath DataPath = FieldPath.Of("data");

    public static void Validate(Secret secret, FieldErrors errors)
    {
        var total = 0L;
        foreach (var (key, value) in secret.Data ?? new Dictionary<string, ReadOnlyMemory<byte>>())
        {
            errors.InvalidAll(DataPath.Key(key), key, Identifiers.ConfigMapKey(key));
            total += value.Length;
        }

        if (total > ConfigMapValidation.MaxTotalBytes)
        {
            errors.TooLong(DataPath, ConfigMapValidation.MaxTotalBytes);
        }

        ValidateType(secret, errors);
    }

    public static void ValidateUpdate(Secret next, Secret previous, FieldErrors errors)
    {
        errors.Immutable(FieldPath.Of("type"), next.Type ?? "", previous.Type ?? "");
        if (previous.Immutable is true)
        {
            if (next.Immutable is not true)
            {
                errors.Forbidden(FieldPath.Of("immutable"), ConfigMapValidation.ImmutableMessage);
            }

            if (!ApiEquality.Same(new Secret { Data = next.Data }, new Secret { Data = previous.Data }))
            {
                errors.Forbidden(DataPath, ConfigMapValidation.ImmutableMessage);
            }
        }

        ObjectMetaValidation.ValidateCreate(next.Metadata, SecretKind.Kind, errors);
        Validate(next, errors);
    }

    private static void ValidateType(Secret secret, FieldErrors errors)
    {
        switch (secret.Type)
        {
            case SecretTypes.ServiceAccountToken:
                if (string.IsNullOrEmpty(secret.Metadata.Annotations?.GetValueOrDefault(SecretTypes.ServiceAccountName)))
                {
                    errors.Required(FieldPath.Of("metadata").Child("annotations").Key(SecretTypes.ServiceAccountName));
                }

                break;
            case SecretTypes.DockerConfig:
                ValidateJson(secret, ".dockercfg", errors);
                break;
            case SecretTypes.DockerConfigJson:
                ValidateJson(secret, ".dockerconfigjson", errors);
                break;
            case SecretTypes.BasicAuth when !Has(secret, "username") && !Has(secret, "password"):
                errors.Required(DataPath.Key("username"));
                errors.Required(DataPath.Key("password"));
                break;
            case SecretTypes.SshAuth when (secret.Data?.GetValueOrDefault("ssh-privatekey") ?? default).Length == 0:
                errors.Required(DataPath.Key("ssh-privatekey"));
                break;
            case SecretTypes.Tls:
                RequireKey(secret, SecretTypes.TlsCertificateKey, errors);
                RequireKey(secret, SecretTypes.TlsPrivateKeyKey, errors);
                break;
        }
    }

    private static void ValidateJson(Secret secret, string key, FieldErrors errors)
    {
        if (!Has(secret, key))
        {
            errors.Required(DataPath.Key(key));
        }
        else if (GoJson.NotAnObject(secret.Data![key].Span) is { } wrong)
        {
            errors.Invalid(DataPath.Key(key), Redacted, wrong);
        }
    }

    private static void RequireKey(Secret secret, string key, FieldErrors errors)
    {
        if (!Has(secret, key))
        {
            errors.Required(DataPath.Key(key));
        }
    }

    private static bool Has(Secret secret, string key) => secret.Data?.ContainsKey(key) ?? false;
}
