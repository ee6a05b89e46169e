using ActorKube.Api.Core;

namespace ActorKube.Server.Admission.PodSecurity;

/// <summary>Who breaks a rule, in words.</summary>
internal static class Offenders
{
    /// <summary><c>container "c"</c>, <c>containers "c", "d"</c>.</summary>
    public static string Names(IReadOnlyCollection<Container> containers) => $"{Plural("container", containers.Count)} {Quoted(containers.Select(static c => c.Name))}";

    /// <summary><c>pod and container "c"</c>; "" for nobody.</summary>
    public static string Setters(bool pod, IReadOnlyCollection<Container> containers)
    {
        IEnumerable<string> setters = [.. pod ? ["pod"] : Array.Empty<string>(), .. containers.Count > 0 ? [Names(containers)] : Array.Empty<string>()];
        return string.Join(" and ", setters);
    }

    public static string Quoted(IEnumerable<string> names) => string.Join(", ", names.Select(static n => $"\"{n}\""));

    /// <summary>Each once, in order, in quotes.</summary>
    public static string Sorted(IEnumerable<string> values) => Quoted(values.Distinct().Order(StringComparer.Ordinal));

    public static string Plural(string noun, int count) => count == 1 ? noun : noun + "s";
}
