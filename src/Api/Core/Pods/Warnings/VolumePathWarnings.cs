using ActorKube.Api.Errors;

namespace ActorKube.Api.Core;

/// <summary>Warnings about files of one volume that take each other's place: the same path twice, or one inside the other.</summary>
internal static class VolumePathWarnings
{
    private readonly record struct File(string Path, string Source)
    {
        public override string ToString() => Source.Length == 0 ? GoValue.Quote(Path) : $"{GoValue.Quote(Path)} ({Source})";

        public bool Overlaps(File other) => other.Path.Length > 0 && (this == other
            || (other.Path + "/").StartsWith(Path + "/", StringComparison.Ordinal) || (Path + "/").StartsWith(other.Path + "/", StringComparison.Ordinal));
    }

    public static IEnumerable<string> Of(Volume volume)
    {
        var overlaps = Overlaps(volume.ConfigMap?.Items.OrEmpty().Select(static i => i.Path), $"ConfigMap {GoValue.Quote(volume.ConfigMap?.Name ?? "")}")
            .Concat(Overlaps(volume.Secret?.Items.OrEmpty().Select(static i => i.Path), $"Secret {GoValue.Quote(volume.Secret?.SecretName ?? "")}"))
            .Concat(Overlaps(volume.DownwardAPI?.Items.OrEmpty().Select(static i => i.Path), "DownwardAPI"));
        foreach (var (where, text) in overlaps)
        {
            yield return Warning(volume, where, text);
        }

        if (volume.Projected is not { } projected)
        {
            yield break;
        }

        foreach (var _ in projected.Sources.OrEmpty().Where(static s => s == new VolumeProjection()))
        {
            yield return $"volume {GoValue.Quote(volume.Name)} (Projected) has no sources provided";
        }

        foreach (var text in Find(projected.Sources.OrEmpty().SelectMany(Files)))
        {
            yield return Warning(volume, "Projected", text);
        }
    }

    private static string Warning(Volume volume, string where, string text) => $"volume {GoValue.Quote(volume.Name)} ({where}): overlapping paths: {text}";

    private static IEnumerable<(string Where, string Text)> Overlaps(IEnumerable<string>? paths, string where) =>
        Find((paths ?? []).Select(static p => new File(p, ""))).Select(text => (where, text));

    private static IEnumerable<File> Files(VolumeProjection source) => source switch
    {
        { ConfigMap: { Items: not null } map } => map.Items.Select(i => new File(i.Path, $"ConfigMap {GoValue.Quote(map.Name ?? "")}")),
        { Secret: { Items: not null } secret } => secret.Items.Select(i => new File(i.Path, $"Secret {GoValue.Quote(secret.Name ?? "")}")),
        { DownwardAPI: { Items: not null } files } => files.Items.Select(static i => new File(i.Path, "DownwardAPI")),
        { ServiceAccountToken: { } token } => [new File(token.Path, "ServiceAccountToken")],
        _ => [],
    };

    private static IEnumerable<string> Find(IEnumerable<File> files)
    {
        var seen = new List<File>();
        foreach (var file in files.Select(static f => f with { Path = f.Path.TrimEnd('/') }))
        {
            foreach (var other in seen.Where(other => file.Path.Length > 0 && file.Overlaps(other)))
            {
                yield return $"{file} with {other}";
            }

            seen.Add(file);
        }
    }
}
