using ActorKube.Api.Errors;
using ActorKube.Api.Meta;
using ActorKube.Api.Validation;

namespace ActorKube.Api.ApiRegistration;

internal static class APIServiceValidation
{
    private const int MaxGroupPriority = 20000;
    private const int MaxVersionPriority = 1000;

    private static readonly FieldPath Spec = FieldPath.Of("spec");

    public static void Validate(APIService value, FieldErrors errors)
    {
        var (group, version) = (value.Spec.Group ?? "", value.Spec.Version ?? "");
        ValidateName(value.Metadata, $"{version}.{group}", errors);
        if (group.Length == 0 && version != "v1")
        {
            errors.Required(Spec.Child("group"), "only v1 may have an empty group and it better be legacy kube");
        }

        if (group.Length > 0)
        {
            errors.InvalidAll(Spec.Child("group"), group, DnsNames.Subdomain(group));
        }

        errors.InvalidAll(Spec.Child("version"), version, DnsNames.Label1035(version));
        if (value.Spec.GroupPriorityMinimum is <= 0 or > MaxGroupPriority)
        {
            errors.Invalid(Spec.Child("groupPriorityMinimum"), value.Spec.GroupPriorityMinimum, "must be positive and less than 20000");
        }

        if (value.Spec.VersionPriority is <= 0 or > MaxVersionPriority)
        {
            errors.Invalid(Spec.Child("versionPriority"), value.Spec.VersionPriority, "must be positive and less than 1000");
        }

        if (value.Spec.Service is { } service)
        {
            ValidateService(value.Spec, service, errors);
        }
        else
        {
            ValidateLocal(value.Spec, errors);
        }
    }

    public static void ValidateStatus(APIServiceStatus status, FieldErrors errors)
    {
        foreach (var (i, condition) in (status.Conditions ?? []).Index())
        {
            if (condition.Status is not ("True" or "False" or "Unknown"))
            {
                errors.NotSupported(FieldPath.Of("status").Child("conditions").Index(i).Child("status"), condition.Status, ["True", "False", "Unknown"]);
            }
        }
    }

    private static void ValidateName(ObjectMeta meta, string required, FieldErrors errors)
    {
        if (meta.GenerateName is { } prefix && prefix != required && Identifiers.PathSegmentPrefix(prefix).Count == 0)
        {
            errors.Invalid(FieldPath.Of("metadata").Child("generateName"), prefix, $"must be `spec.version+\".\"+spec.group`: \"{required}\"");
        }

        if (meta.Name is { } name && name != required && Identifiers.PathSegment(name).Count == 0)
        {
            errors.Invalid(FieldPath.Of("metadata").Child("name"), name, $"must be `spec.version+\".\"+spec.group`: \"{required}\"");
        }
    }

    private static void ValidateLocal(APIServiceSpec spec, FieldErrors errors)
    {
        if (spec.CaBundle is { Length: > 0 and var length })
        {
            errors.Invalid(Spec.Child("caBundle"), $"{length} bytes", "local APIServices may not have a caBundle");
        }

        if (spec.InsecureSkipTLSVerify)
        {
            errors.Invalid(Spec.Child("insecureSkipTLSVerify"), true, "local APIServices may not have insecureSkipTLSVerify");
        }
    }

    private static void ValidateService(APIServiceSpec spec, ServiceReference service, FieldErrors errors)
    {
        var path = Spec.Child("service");
        if (service.Namespace is null)
        {
            errors.Required(path.Child("namespace"));
        }

        if (service.Name is null)
        {
            errors.Required(path.Child("name"));
        }

        if (Ports.Number(service.Port ?? 0) is { Count: > 0 } reasons)
        {
            errors.Invalid(path.Child("port"), service.Port ?? 0, "port is not valid: " + string.Join(", ", reasons));
        }

        if (spec is { InsecureSkipTLSVerify: true, CaBundle.Length: > 0 })
        {
            errors.Invalid(Spec.Child("insecureSkipTLSVerify"), true, "may not be true if caBundle is present");
        }
    }
}
