using ActorKube.Api.Errors;
using ActorKube.Engine.Objects;

namespace ActorKube.Server.Admission.PodSecurity;

/// <summary>What a namespace says by its labels about the pods in it.</summary>
/// <param name="Enforce">Pods that break it are refused.</param>
/// <param name="Audit">Pods that break it are noted. There is no audit log yet: it is checked for its form only.</param>
/// <param name="Warn">Who makes pods or their templates that break it is told.</param>
public sealed record NamespacePolicy(SecurityStandard Enforce, SecurityStandard Audit, SecurityStandard Warn)
{
    private const string Prefix = "pod-security.kubernetes.io/";

    private static readonly NamespacePolicy None = new(SecurityStandard.None, SecurityStandard.None, SecurityStandard.None);

    /// <summary>Labels that make no sense are read as strictly as possible where pods are refused, else as saying nothing.</summary>
    public static NamespacePolicy Read(ObjectLabels labels) => Read(key => labels[key], new FieldErrors());

    /// <param name="errors">Gets what makes no sense.</param>
    public static NamespacePolicy Read(Func<string, string?> label, FieldErrors errors)
    {
        var policy = None with { Enforce = Standard(label, "enforce", SecurityLevel.Restricted, errors), Audit = Standard(label, "audit", SecurityLevel.Privileged, errors) };
        var warn = Standard(label, "warn", SecurityLevel.Privileged, errors);

        // Who is refused pods is warned of their templates.
        var isImplied = label(Prefix + "warn") is null && label(Prefix + "enforce") is { } level && SecurityStandard.TryParseLevel(level, out var enforced) && enforced > warn.Level;
        return policy with
        {
            Warn = !isImplied ? warn : new SecurityStandard(policy.Enforce.Level, label(Prefix + "warn-version") is null ? policy.Enforce.Minor : warn.Minor),
        };
    }

    private static SecurityStandard Standard(Func<string, string?> label, string mode, SecurityLevel fallback, FieldErrors errors)
    {
        var level = SecurityLevel.Privileged;
        if (label(Prefix + mode) is { } text && !SecurityStandard.TryParseLevel(text, out level))
        {
            level = fallback;
            errors.Invalid(PathOf(mode), text, "must be one of privileged, baseline, restricted");
        }

        int? minor = null;
        var versioned = mode + "-version";
        if (label(Prefix + versioned) is { } version && !SecurityStandard.TryParseVersion(version, out minor))
        {
            errors.Invalid(PathOf(versioned), version, "must be \"latest\" or \"v1.x\"");
        }

        return new SecurityStandard(level, minor);
    }

    private static FieldPath PathOf(string name) => FieldPath.Of("metadata").Child("labels").Key(Prefix + name);
}
