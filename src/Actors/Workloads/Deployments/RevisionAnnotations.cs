using System.Globalization;
using ActorKube.Api.Apps;
using ActorKube.Api.Meta;

namespace ActorKube.Actors.Workloads.Deployments;

/// <summary>The annotations by which a Deployment and its ReplicaSets keep count: revisions, for <c>kubectl rollout</c>, and sizes, for scaling in proportion.</summary>
internal static class RevisionAnnotations
{
    public const string Revision = "deployment.kubernetes.io/revision";
    public const string History = "deployment.kubernetes.io/revision-history";
    public const string DesiredReplicas = "deployment.kubernetes.io/desired-replicas";
    public const string MaxReplicas = "deployment.kubernetes.io/max-replicas";

    /// <summary>Characters of the history; the oldest revisions are dropped.</summary>
    private const int MaxHistory = 2000;

    private static readonly HashSet<string> NotCopied = new(StringComparer.Ordinal)
    {
        "kubectl.kubernetes.io/last-applied-configuration", Revision, History, DesiredReplicas, MaxReplicas, "deprecated.deployment.rollback.to",
    };

    /// <summary>0 where there is none, or none that can be read.</summary>
    public static long RevisionOf(ReplicaSet set) => long.TryParse(Get(set.Metadata, Revision), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var revision) ? revision : 0;

    /// <summary>The number of replicas under the annotation; null where there is none, or none that can be read.</summary>
    public static int? CountOf(ReplicaSet set, string key) => int.TryParse(Get(set.Metadata, key), NumberStyles.None, CultureInfo.InvariantCulture, out var count) ? count : null;

    public static ReplicaSet WithSizes(ReplicaSet set, int desired, int max) => With(set, new(StringComparer.Ordinal)
    {
        [DesiredReplicas] = desired.ToString(CultureInfo.InvariantCulture),
        [MaxReplicas] = max.ToString(CultureInfo.InvariantCulture),
    });

    /// <summary>The ReplicaSet with what it copies of its Deployment's annotations, and with at least this revision. The same instance if nothing is new.</summary>
    public static ReplicaSet Promote(ReplicaSet set, Deployment deployment, long revision)
    {
        var next = With(set, (deployment.Metadata.Annotations ?? new Dictionary<string, string>())
            .Where(static a => !NotCopied.Contains(a.Key)).ToDictionary(StringComparer.Ordinal));
        var text = Get(set.Metadata, Revision);
        if (RevisionOf(set) >= revision || (text is { Length: > 0 } && !long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out _)))
        {
            return next;
        }

        var changes = new Dictionary<string, string>(StringComparer.Ordinal) { [Revision] = revision.ToString(CultureInfo.InvariantCulture) };
        if (text is not null)
        {
            changes[History] = Remember(Get(set.Metadata, History), text);
        }

        return With(next, changes);
    }

    public static Deployment WithRevision(Deployment deployment, string revision) => Get(deployment.Metadata, Revision) == revision ? deployment : deployment with
    {
        Metadata = deployment.Metadata with { Annotations = PodTemplates.With(deployment.Metadata.Annotations, Revision, revision) },
    };

    public static string? Get(ObjectMeta metadata, string key) => metadata.Annotations?.GetValueOrDefault(key);

    /// <summary>"1,3" and then 5 is "1,3,5".</summary>
    private static string Remember(string? history, string revision)
    {
        if (string.IsNullOrEmpty(history))
        {
            return revision;
        }

        var all = history + "," + revision;
        while (all.Length > MaxHistory && all.IndexOf(',', StringComparison.Ordinal) is var comma && comma >= 0)
        {
            all = all[(comma + 1)..];
        }

        return all;
    }

    private static ReplicaSet With(ReplicaSet set, Dictionary<string, string> changes)
    {
        if (changes.All(c => Get(set.Metadata, c.Key) == c.Value))
        {
            return set;
        }

        var annotations = new Dictionary<string, string>(set.Metadata.Annotations ?? new Dictionary<string, string>(), StringComparer.Ordinal);
        foreach (var (key, value) in changes)
        {
            annotations[key] = value;
        }

        return set with { Metadata = set.Metadata with { Annotations = annotations } };
    }
}
