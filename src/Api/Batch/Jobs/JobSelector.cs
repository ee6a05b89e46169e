using ActorKube.Api.Meta;

namespace ActorKube.Api.Batch;

/// <summary>
/// The selector that a Job is given, unless it asks to bring its own: its pods carry its uid, so that no two Jobs can share pods.
/// Labels that the client has set already stay; validation refuses those that contradict.
/// </summary>
internal static class JobSelector
{
    /// <summary>Takes the object with its uid.</summary>
    public static Job Generate(Job job)
    {
        if (job.Spec.ManualSelector == true)
        {
            return job;
        }

        var (name, uid) = (job.Metadata.Name ?? "", job.Metadata.Uid ?? "");
        var template = job.Spec.Template;
        var selector = job.Spec.Selector ?? new LabelSelector();
        var labels = With(
            template.Metadata.Labels, (JobLabels.LegacyJobName, name), (JobLabels.JobName, name), (JobLabels.LegacyControllerUid, uid), (JobLabels.ControllerUid, uid));

        // Who took its labels from the template, for lack of its own, takes these as well.
        var shares = template.Metadata.Labels is not null && ReferenceEquals(job.Metadata.Labels, template.Metadata.Labels);
        return job with
        {
            Metadata = shares ? job.Metadata with { Labels = labels } : job.Metadata,
            Spec = job.Spec with
            {
                Selector = selector with { MatchLabels = With(selector.MatchLabels, (JobLabels.ControllerUid, uid)) },
                Template = template with { Metadata = template.Metadata with { Labels = labels } },
            },
        };
    }

    private static Dictionary<string, string> With(IReadOnlyDictionary<string, string>? labels, params ReadOnlySpan<(string Key, string Value)> more)
    {
        var result = new Dictionary<string, string>(labels ?? new Dictionary<string, string>(), StringComparer.Ordinal);
        foreach (var (key, value) in more)
        {
            result.TryAdd(key, value);
        }

        return result;
    }
}
