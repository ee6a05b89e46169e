using ActorKube.Api.Core;
using ActorKube.Api.Quantities;

namespace ActorKube.Actors.Policy.Limits;

/// <summary>Fills in what containers leave open, and notes on the pod what it was.</summary>
internal static class LimitDefaults
{
    private const string Annotation = "kubernetes.io/limit-ranger";

    public static Pod Apply(Pod pod, LimitRangeItem item)
    {
        var notes = new List<string>();
        var spec = pod.Spec with
        {
            Containers = Fill(pod.Spec.Containers, item, "container", notes),
            InitContainers = Fill(pod.Spec.InitContainers, item, "init container", notes),
        };
        return notes.Count == 0 ? pod : pod with
        {
            Spec = spec,
            Metadata = pod.Metadata with
            {
                Annotations = new Dictionary<string, string>(pod.Metadata.Annotations ?? new Dictionary<string, string>(), StringComparer.Ordinal)
                {
                    [Annotation] = "LimitRanger plugin set: " + string.Join("; ", notes),
                },
            },
        };
    }

    private static List<Container>? Fill(IReadOnlyList<Container>? containers, LimitRangeItem item, string what, List<string> notes) =>
        containers?.Select(c => c with
        {
            Resources = c.Resources with
            {
                Requests = Fill(c.Resources.Requests, item.DefaultRequest, $"request for {what} {c.Name}", notes),
                Limits = Fill(c.Resources.Limits, item.Default, $"limit for {what} {c.Name}", notes),
            },
        }).ToList();

    private static IReadOnlyDictionary<string, Quantity>? Fill(
        IReadOnlyDictionary<string, Quantity>? amounts, IReadOnlyDictionary<string, Quantity>? defaults, string what, List<string> notes)
    {
        var missing = (defaults ?? new Dictionary<string, Quantity>()).Where(d => amounts?.ContainsKey(d.Key) != true).OrderBy(static d => d.Key, StringComparer.Ordinal).ToList();
        if (missing.Count == 0)
        {
            return amounts;
        }

        notes.Add($"{string.Join(", ", missing.Select(static m => m.Key))} {what}");
        return (amounts ?? new Dictionary<string, Quantity>()).Concat(missing).ToDictionary(StringComparer.Ordinal);
    }
}
