using ActorKube.Api.Errors;
using ActorKube.Api.Quantities;

namespace ActorKube.Api.Core;

/// <summary>Warnings about containers: old annotations, parts of bytes, variables that hide others.</summary>
internal static class ContainerWarnings
{
    private const string SeccompPrefix = "container.seccomp.security.alpha.kubernetes.io/";
    private const string SeccompPod = "seccomp.security.alpha.kubernetes.io/pod";

    public static IEnumerable<string> Of(
        PodSpec spec, IReadOnlyDictionary<string, string> annotations, FieldPath annotationsPath, FieldPath path, bool inTemplate)
    {
        if (spec.SecurityContext?.SeccompProfile is null && annotations.ContainsKey(SeccompPod))
        {
            yield return Seccomp(SeccompPod);
        }

        foreach (var (container, at) in PodContainers.WithPaths(spec, path))
        {
            if (container.SecurityContext?.SeccompProfile is null && annotations.ContainsKey(SeccompPrefix + container.Name))
            {
                yield return Seccomp(SeccompPrefix + container.Name);
            }

            var profile = ProfileAnnotations.AppArmorPrefix + container.Name;
            if (inTemplate && (container.SecurityContext?.AppArmorProfile ?? spec.SecurityContext?.AppArmorProfile) is null && annotations.ContainsKey(profile))
            {
                yield return $"{annotationsPath.Key(profile)}: deprecated since v1.30; use the \"appArmorProfile\" field instead";
            }

            var resources = at.Child("resources");
            foreach (var warning in Fractions(container.Resources.Limits, resources.Child("limits"))
                .Concat(Fractions(container.Resources.Requests, resources.Child("requests")))
                .Concat(Hidden(container.Env.OrEmpty(), at.Child("env"))))
            {
                yield return warning;
            }
        }

        string Seccomp(string key) => $"{annotationsPath.Key(key)}: non-functional in v1.27+; use the \"seccompProfile\" field instead";
    }

    /// <summary>100m of memory is a tenth of a byte.</summary>
    public static IEnumerable<string> Fractions(IReadOnlyDictionary<string, Quantity>? list, FieldPath path) =>
        from name in new[] { ContainerResourceNames.Memory, ContainerResourceNames.EphemeralStorage }
        where list.OrEmpty().TryGetValue(name, out var amount) && amount.MilliValue() % 1000 != 0
        select $"{path.Key(name)}: fractional byte value \"{list![name]}\" is invalid, must be an integer";

    /// <summary>A variable given twice is meant only where the second refers to the first: PATH=a, PATH=$(PATH):b.</summary>
    private static IEnumerable<string> Hidden(IReadOnlyList<EnvVar> variables, FieldPath path)
    {
        var names = new HashSet<string>(StringComparer.Ordinal);
        for (var i = 0; i < variables.Count; i++)
        {
            var (variable, reference) = (variables[i], $"$({variables[i].Name})");
            var value = variable.Value ?? "";
            if (!names.Add(variable.Name) && (variable.ValueFrom is not null || value == reference || !value.Contains(reference, StringComparison.Ordinal)))
            {
                yield return $"{path.Index(i)}: hides previous definition of {GoValue.Quote(variable.Name)}, which may be dropped when using apply";
            }
        }
    }
}
