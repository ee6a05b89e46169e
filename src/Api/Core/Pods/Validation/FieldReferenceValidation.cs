using ActorKube.Api.Errors;

namespace ActorKube.Api.Core;

/// <summary>References to the pod's own fields and to the resources of its containers: the downward API.</summary>
internal static class FieldReferenceValidation
{
    /// <summary>Fields that a variable can show.</summary>
    public static readonly string[] EnvFields =
    [
        "metadata.name", "metadata.namespace", "metadata.uid", "spec.nodeName", "spec.serviceAccountName",
        "status.hostIP", "status.hostIPs", "status.podIP", "status.podIPs",
    ];

    /// <summary>Fields that a file can show.</summary>
    public static readonly string[] VolumeFields = ["metadata.annotations", "metadata.labels", "metadata.name", "metadata.namespace", "metadata.uid"];

    private static readonly string[] Resources =
    [
        "limits.cpu", "limits.ephemeral-storage", "limits.memory", "requests.cpu", "requests.ephemeral-storage", "requests.memory",
    ];

    private static readonly string[] Divisors = ["1", "1k", "1M", "1G", "1T", "1P", "1E", "1Ki", "1Mi", "1Gi", "1Ti", "1Pi", "1Ei"];

    public static void Validate(ObjectFieldSelector field, string[] supported, FieldPath path, FieldErrors errors)
    {
        if (!errors.Present(path.Child("apiVersion"), field.ApiVersion) || !errors.Present(path.Child("fieldPath"), field.FieldPath))
        {
            return;
        }

        var (name, subscript) = PodFieldPath.Split(field.FieldPath);
        var (known, wrong) = PodFieldPath.Resolve(field.ApiVersion!, name, subscript, field.FieldPath);
        if (wrong is not null)
        {
            errors.Invalid(path.Child("fieldPath"), field.FieldPath, "error converting fieldPath: " + wrong);
        }
        else if (subscript is not null)
        {
            errors.LabelName(path, known == "metadata.annotations" ? subscript.ToLowerInvariant() : subscript);
        }
        else
        {
            errors.OneOfOrEmpty(path.Child("fieldPath"), known, supported);
        }
    }

    public static void Validate(ResourceFieldSelector field, FieldPath path, FieldErrors errors, bool inVolume)
    {
        var hugePages = field.Resource.StartsWith("requests.hugepages-", StringComparison.Ordinal)
            || field.Resource.StartsWith("limits.hugepages-", StringComparison.Ordinal);
        if (inVolume && field.ContainerName is null)
        {
            errors.Required(path.Child("containerName"));
        }
        else if (errors.Present(path.Child("resource"), field.Resource) && !hugePages)
        {
            errors.OneOfOrEmpty(path.Child("resource"), field.Resource, Resources);
        }

        ValidateDivisor(field, hugePages, path.Child("divisor"), errors);
    }

    private static void ValidateDivisor(ResourceFieldSelector field, bool hugePages, FieldPath path, FieldErrors errors)
    {
        if (field.Divisor.IsZero)
        {
            return;
        }

        var divisor = field.Divisor.ToString();
        var of = hugePages ? "hugepages" : field.Resource switch
        {
            "limits.cpu" or "requests.cpu" => "cpu",
            "limits.memory" or "requests.memory" => "memory",
            "limits.ephemeral-storage" or "requests.ephemeral-storage" => "local ephemeral storage",
            _ => null,
        };
        if (of == "cpu" && divisor is not ("1m" or "1"))
        {
            errors.Invalid(path, field.Resource, "only divisor's values 1m and 1 are supported with the cpu resource");
        }
        else if (of is not (null or "cpu") && !Divisors.Contains(divisor))
        {
            errors.Invalid(path, field.Resource, $"only divisor's values {string.Join(", ", Divisors)} are supported with the {of} resource");
        }
    }
}
