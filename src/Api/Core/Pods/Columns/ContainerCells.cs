namespace ActorKube.Api.Core;

/// <summary>Cells about containers that the tables of several kinds have.</summary>
public static class ContainerCells
{
    /// <summary>Names of the containers, with commas between.</summary>
    public static string Names(PodSpec spec) => string.Join(',', spec.Containers.OrEmpty().Select(static c => c.Name));

    /// <summary>Images of the containers, with commas between.</summary>
    public static string Images(PodSpec spec) => string.Join(',', spec.Containers.OrEmpty().Select(static c => c.Image));

    /// <summary><c>a=b,c=d</c> in the order of the keys; &lt;none&gt; where there is none.</summary>
    public static string Labels(IReadOnlyDictionary<string, string>? labels) => labels is not { Count: > 0 }
        ? "<none>"
        : string.Join(',', labels.OrderBy(static l => l.Key, StringComparer.Ordinal).Select(static l => $"{l.Key}={l.Value}"));
}
