using System.Globalization;
using ActorKube.Api.Core;
using ActorKube.Api.Errors;
using ActorKube.Engine.Commands;
using ActorKube.Engine.Objects;

namespace ActorKube.Server.Admission.PodSecurity;

/// <summary>Tells who makes a namespace stricter which of its pods would be refused now. They stay.</summary>
internal static class ExistingPods
{
    /// <summary>More are not looked at, as in Kubernetes.</summary>
    private const int Most = 3000;

    public static IEnumerable<string> Warnings(AdmissionRequest request, Namespace space)
    {
        var (now, before) = (Enforced(space), Enforced((Namespace)request.Previous!));
        if (now == before || now.Level == SecurityLevel.Privileged || (now.Minor == before.Minor && now.Level <= before.Level))
        {
            return [];
        }

        var pods = ByController(request.View.List("pods", request.Key.Name)).ToList();
        var found = pods.Take(Most)
            .Select(p => (Name: p.Metadata.Name!, Violations: PodChecks.Violations(now, new PodSubject(p.Metadata, p.Spec))))
            .Where(static p => p.Violations.Count > 0)
            .GroupBy(static p => PodChecks.Reasons(p.Violations), static p => p.Name, StringComparer.Ordinal)
            .Select(static g => $"{g.Min(StringComparer.Ordinal)}{Others(g.Count() - 1)}: {g.Key}")
            .Order(StringComparer.Ordinal).ToList();
        return
        [
            .. pods.Count > Most ? [string.Create(CultureInfo.InvariantCulture, $"new PodSecurity enforce level only checked against the first {Most} of {pods.Count} existing pods")] : Array.Empty<string>(),
            .. found.Count > 0 ? [$"existing pods in namespace \"{request.Key.Name}\" violate the new PodSecurity enforce level \"{now}\""] : Array.Empty<string>(),
            .. found,
        ];
    }

    /// <summary>Of each controller one pod comes first, since the others are like it.</summary>
    private static IEnumerable<Pod> ByController(IEnumerable<StoredObject> pods)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        return pods.Select(p => (Stored: p, IsRepeat: p.Header.Controller is { } owner && !seen.Add(owner.Uid))).ToList()
            .OrderBy(static p => p.IsRepeat).Select(static p => p.Stored.Read<Pod>());
    }

    private static SecurityStandard Enforced(Namespace space) => NamespacePolicy.Read(key => space.Metadata.Labels?.GetValueOrDefault(key), new FieldErrors()).Enforce;

    private static string Others(int count) => count switch
    {
        0 => "",
        1 => " (and 1 other pod)",
        _ => string.Create(CultureInfo.InvariantCulture, $" (and {count} other pods)"),
    };
}
