using ActorKube.Api.Errors;
using ActorKube.Api.Validation;

namespace ActorKube.Api.Core;

/// <summary>Environment variables and where their values come from.</summary>
internal static class EnvValidation
{
    public static void Validate(IReadOnlyList<EnvVar> variables, FieldPath path, FieldErrors errors)
    {
        for (var i = 0; i < variables.Count; i++)
        {
            var (variable, at) = (variables[i], path.Index(i));
            if (errors.Present(at.Child("name"), variable.Name))
            {
                errors.AllInvalid(at.Child("name"), variable.Name, Identifiers.RelaxedEnvVarName(variable.Name));
            }

            if (variable.ValueFrom is { } source)
            {
                ValidateSource(source, variable.Value, at.Child("valueFrom"), errors);
            }
        }
    }

    public static void ValidateFrom(IReadOnlyList<EnvFromSource> sources, FieldPath path, FieldErrors errors)
    {
        for (var i = 0; i < sources.Count; i++)
        {
            var (source, at) = (sources[i], path.Index(i));
            if (source.Prefix is { } prefix)
            {
                errors.AllInvalid(at.Child("prefix"), prefix, Identifiers.RelaxedEnvVarName(prefix));
            }

            if (source.ConfigMapRef is { } map)
            {
                ValidateName(map.Name, at.Child("configMapRef").Child("name"), errors);
            }

            if (source.SecretRef is { } secret)
            {
                ValidateName(secret.Name, at.Child("secretRef").Child("name"), errors);
            }

            if (source is { ConfigMapRef: null, SecretRef: null })
            {
                errors.Invalid(path, "", "must specify one of: `configMapRef` or `secretRef`");
            }
            else if (source is { ConfigMapRef: not null, SecretRef: not null })
            {
                errors.Invalid(path, "", "may not have more than one field specified at a time");
            }
        }
    }

    private static void ValidateName(string? name, FieldPath path, FieldErrors errors)
    {
        if (errors.Present(path, name))
        {
            errors.Subdomain(path, name!, prefix: true);
        }
    }

    private static void ValidateSource(EnvVarSource source, string? value, FieldPath path, FieldErrors errors)
    {
        if (source.FieldRef is { } field)
        {
            FieldReferenceValidation.Validate(field, FieldReferenceValidation.EnvFields, path.Child("fieldRef"), errors);
        }

        if (source.ResourceFieldRef is { } resource)
        {
            FieldReferenceValidation.Validate(resource, path.Child("resourceFieldRef"), errors, inVolume: false);
        }

        if (source.ConfigMapKeyRef is { } map)
        {
            ValidateKey(map.Name, map.Key, path.Child("configMapKeyRef"), errors);
        }

        if (source.SecretKeyRef is { } secret)
        {
            ValidateKey(secret.Name, secret.Key, path.Child("secretKeyRef"), errors);
        }

        var count = new object?[] { source.FieldRef, source.ResourceFieldRef, source.ConfigMapKeyRef, source.SecretKeyRef }.Count(static s => s is not null);
        var wrong = count == 0 ? "must specify one of: `fieldRef`, `resourceFieldRef`, `configMapKeyRef` or `secretKeyRef`"
            : value is not null ? "may not be specified when `value` is not empty"
            : count > 1 ? "may not have more than one field specified at a time" : null;
        if (wrong is not null)
        {
            errors.Invalid(path, "", wrong);
        }
    }

    private static void ValidateKey(string? name, string key, FieldPath path, FieldErrors errors)
    {
        errors.Subdomain(path.Child("name"), name ?? "");
        if (errors.Present(path.Child("key"), key))
        {
            errors.AllInvalid(path.Child("key"), key, Identifiers.ConfigMapKey(key));
        }
    }
}
