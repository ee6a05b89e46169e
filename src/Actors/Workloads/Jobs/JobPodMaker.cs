using System.Globalization;
using ActorKube.Actors.Shared;
using ActorKube.Api.Batch;
using ActorKube.Api.Core;

namespace ActorKube.Actors.Workloads.Jobs;

/// <summary>
/// Makes pods of a Job. Those of an Indexed one know their index by a label, an annotation, <c>JOB_COMPLETION_INDEX</c> and their host name; <c>metadata.name</c> begins with Job and index.
/// </summary>
internal sealed class JobPodMaker
{
    private const string IndexVariable = "JOB_COMPLETION_INDEX";

    /// <summary>Longest name in front of the five characters that the server adds.</summary>
    private const int LongestPrefix = 58;

    private readonly JobTurn _turn;
    private readonly Pod _pod;

    public JobPodMaker(JobTurn turn)
    {
        var pod = PodFactory.FromTemplate(turn.Spec.Template, turn.Job);
        _turn = turn;
        _pod = (Pod)JobPods.Tracked(turn.IsIndexed ? pod with { Spec = WithVariable(pod.Spec) } : pod);
    }

    public Pod Make(int? index) => index is { } number ? Indexed(number, number.ToString(CultureInfo.InvariantCulture)) : _pod;

    private Pod Indexed(int index, string text)
    {
        var annotations = new Dictionary<string, string>(_pod.Metadata.Annotations ?? new Dictionary<string, string>()) { [JobLabels.CompletionIndex] = text };
        if (_turn.LimitPerIndex is not null)
        {
            AddFailures(annotations, index);
        }

        var name = _turn.Job.Metadata.Name!;
        var prefix = $"{name[..Math.Min(name.Length, LongestPrefix - text.Length - 2)]}-{text}-";
        return _pod with
        {
            Metadata = _pod.Metadata with
            {
                GenerateName = prefix,
                Annotations = annotations,
                Labels = new Dictionary<string, string>(_pod.Metadata.Labels ?? new Dictionary<string, string>()) { [JobLabels.CompletionIndex] = text },
            },
            Spec = _pod.Spec with { Hostname = $"{name}-{text}" },
        };
    }

    /// <summary>How often the index has failed before, as its last pod knows it.</summary>
    private void AddFailures(Dictionary<string, string> annotations, int index)
    {
        var (counted, ignored) = (0, 0);
        if (_turn.Awaited.TryGetValue(index, out var failed))
        {
            var counts = JobFailurePolicy.Judge(_turn.Spec.PodFailurePolicy, failed).Counts;
            counted = failed.Facts.IndexFailures + (counts ? 1 : 0);
            ignored = failed.Facts.IndexIgnored + (counts ? 0 : 1);
        }

        annotations[JobLabels.IndexFailures] = counted.ToString(CultureInfo.InvariantCulture);
        if (ignored > 0)
        {
            annotations[JobLabels.IndexIgnoredFailures] = ignored.ToString(CultureInfo.InvariantCulture);
        }
    }

    private static PodSpec WithVariable(PodSpec spec) => spec with
    {
        InitContainers = spec.InitContainers is { } init ? [.. init.Select(WithVariable)] : null,
        Containers = [.. (spec.Containers ?? []).Select(WithVariable)],
    };

    /// <summary>One that the template sets itself wins.</summary>
    private static Container WithVariable(Container container) => container.Env?.Any(static e => e.Name == IndexVariable) == true ? container : container with
    {
        Env =
        [
            .. container.Env ?? [],
            new EnvVar { Name = IndexVariable, ValueFrom = new EnvVarSource { FieldRef = new ObjectFieldSelector { FieldPath = $"metadata.labels['{JobLabels.CompletionIndex}']" } } },
        ],
    };
}
