using System.Globalization;
using System.Text.RegularExpressions;
using ActorKube.Actors.Actions;
using ActorKube.Api.Batch;
using ActorKube.Api.Core;
using ActorKube.Api.Meta;
using ActorKube.Engine.Actors.Reconciling;

namespace ActorKube.Actors.Tests.Support;

/// <summary>Jobs and their pods in short, and what becomes of them.</summary>
internal static partial class JobText
{
    /// <summary>
    /// A Job that began at the epoch, by words such as <c>completions=3 parallelism=2 indexed</c>. Those that begin with a capital are of its status:
    /// <c>Failed=1 Listed=a|b</c> (succeeded, failed) <c>Is=FailureTarget</c>.
    /// </summary>
    public static Job Job(string text) => text.Split(' ', StringSplitOptions.RemoveEmptyEntries).Aggregate(
        new Job
        {
            ApiVersion = "batch/v1",
            Kind = "Job",
            Metadata = Make.Meta("work", "app=web") with { Generation = 1 },
            Spec = new JobSpec
            {
                Completions = 1,
                Parallelism = 1,
                BackoffLimit = 6,
                CompletionMode = CompletionModes.NonIndexed,
                Suspend = false,
                PodReplacementPolicy = PodReplacementPolicies.TerminatingOrFailed,
                Selector = new LabelSelector { MatchLabels = Make.Labels("app=web") },
                Template = Make.Template() with { Spec = Make.Template().Spec with { RestartPolicy = RestartPolicies.Never } },
            },
            Status = new JobStatus { StartTime = Make.Epoch, Ready = 0, Terminating = 0, UncountedTerminatedPods = new() },
        },
        With);

    /// <summary>
    /// Pods of a Job: name and state, <c>P</c>ending, <c>R</c>unning, <c>A</c>vailable, <c>S</c>ucceeded, <c>F</c>ailed; then <c>x</c> for one on its way out, <c>-</c> for one without
    /// finalizer, <c>=3</c> for an exit code, <c>#1</c> for a failure of its index before it, <c>@5</c> for having ended so many seconds after the epoch. A number as name is an index.
    /// </summary>
    public static IEnumerable<Pod> Pods(Job job, string text) => text.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(t => Pod(job, PodShape().Match(t)));

    /// <summary>What the decision makes of the status: what is not zero.</summary>
    public static string Status(this Decision decision)
    {
        var replace = decision.Actions.OfType<ReplaceStatus>().SingleOrDefault();
        return replace is null ? "" : Text(((Job)replace.Next).Status);
    }

    public static string Text(JobStatus status)
    {
        var (succeeded, failed) = (string.Join(',', status.UncountedTerminatedPods?.Succeeded ?? []), string.Join(',', status.UncountedTerminatedPods?.Failed ?? []));
        string[] parts =
        [
            Number("active", status.Active), Number("ready", status.Ready), Number("terminating", status.Terminating), Number("succeeded", status.Succeeded), Number("failed", status.Failed),
            status.CompletedIndexes is { } indexes ? "indexes=" + indexes : "", status.FailedIndexes is { } lost ? "lost=" + lost : "",
            succeeded + failed == "" ? "" : $"listed={succeeded}|{failed}".Replace("uid-of-", "", StringComparison.Ordinal),
            .. (status.Conditions ?? []).Select(static c => $"{(c.Status == ConditionStatus.True ? "" : "!")}{c.Type}:{c.Reason}"),
        ];
        return string.Join(' ', parts.Where(static p => p.Length > 0));
    }

    private static string Number(string name, int? value) => value is null or 0 ? "" : $"{name}={value}";

    private static Job With(Job job, string word)
    {
        var (name, value) = word.Split('=', 2) is [var n, var v] ? (n, v) : (word, "");
        var number = int.TryParse(value, CultureInfo.InvariantCulture, out var parsed) ? parsed : default(int?);
        var (spec, status) = (job.Spec, job.Status);
        return name switch
        {
            "completions" => job with { Spec = spec with { Completions = number } },
            "parallelism" => job with { Spec = spec with { Parallelism = number } },
            "indexed" => job with { Spec = spec with { CompletionMode = CompletionModes.Indexed } },
            "limit" => job with { Spec = spec with { BackoffLimit = number } },
            "perIndex" => job with { Spec = spec with { BackoffLimitPerIndex = number, BackoffLimit = int.MaxValue } },
            "maxFailed" => job with { Spec = spec with { MaxFailedIndexes = number } },
            "deadline" => job with { Spec = spec with { ActiveDeadlineSeconds = number } },
            "ttl" => job with { Spec = spec with { TtlSecondsAfterFinished = number } },
            "suspend" => job with { Spec = spec with { Suspend = true } },
            "managedBy" => job with { Spec = spec with { ManagedBy = value } },
            "replaces" => job with { Spec = spec with { PodReplacementPolicy = value } },
            "restarts" => job with { Spec = spec with { Template = spec.Template with { Spec = spec.Template.Spec with { RestartPolicy = value } } } },
            "success" => job with { Spec = spec with { SuccessPolicy = new SuccessPolicy { Rules = [.. value.Split(';').Select(SuccessRule)] } } },
            "rules" => job with { Spec = spec with { PodFailurePolicy = new PodFailurePolicy { Rules = [.. value.Split(';').Select(FailureRule)] } } },
            "Unstarted" => job with { Status = new JobStatus() },
            "Deleting" => Make.Deleting(job, "foregroundDeletion"),
            "Active" => job with { Status = status with { Active = number ?? 0 } },
            "Ready" => job with { Status = status with { Ready = number } },
            "Terminating" => job with { Status = status with { Terminating = number } },
            "Succeeded" => job with { Status = status with { Succeeded = number ?? 0 } },
            "Failed" => job with { Status = status with { Failed = number ?? 0 } },
            "Indexes" => job with { Status = status with { CompletedIndexes = value } },
            "Lost" => job with { Status = status with { FailedIndexes = value } },
            "Listed" => job with { Status = status with { UncountedTerminatedPods = new() { Succeeded = Uids(value.Split('|')[0]), Failed = Uids(value.Split('|')[1]) } } },
            "Is" => job with { Status = status with { Conditions = [.. status.Conditions ?? [], new JobCondition { Type = value.TrimStart('!'), Status = value[0] == '!' ? "False" : "True", Reason = "Why", Message = "why", LastTransitionTime = Make.Epoch }] } },
            _ => throw new ArgumentException(word, nameof(word)),
        };
    }

    private static List<string>? Uids(string names) => names.Length == 0 ? null : [.. names.Split(',').Select(static n => "uid-of-" + n)];

    /// <summary><c>0-2/1</c>: one of these indexes; <c>/2</c>: two of any.</summary>
    private static SuccessPolicyRule SuccessRule(string text) => text.Split('/') is var parts ? new SuccessPolicyRule
    {
        SucceededIndexes = parts[0].Length == 0 ? null : parts[0],
        SucceededCount = parts.Length > 1 ? int.Parse(parts[1], CultureInfo.InvariantCulture) : null,
    } : new();

    /// <summary><c>Ignore:3,4</c>: by exit codes; <c>Ignore:!3</c>: by others; <c>Ignore:DisruptionTarget</c>: by a condition.</summary>
    private static PodFailurePolicyRule FailureRule(string text)
    {
        var (action, match) = text.Split(':') is [var a, var m] ? (a, m) : throw new ArgumentException(text, nameof(text));
        return char.IsLetter(match[0])
            ? new PodFailurePolicyRule { Action = action, OnPodConditions = [new() { Type = match, Status = ConditionStatus.True }] }
            : new PodFailurePolicyRule
            {
                Action = action,
                OnExitCodes = new()
                {
                    Operator = match[0] == '!' ? ExitCodeOperators.NotIn : ExitCodeOperators.In,
                    Values = [.. match.TrimStart('!').Split(',').Select(static c => int.Parse(c, CultureInfo.InvariantCulture))],
                },
            };
    }

    private static Pod Pod(Job job, Match text)
    {
        if (!text.Success)
        {
            throw new ArgumentException("not a pod", nameof(text));
        }

        var name = text.Groups["name"].Value;
        var phase = text.Groups["state"].Value switch { "P" => PodPhases.Pending, "S" => PodPhases.Succeeded, "F" => PodPhases.Failed, _ => PodPhases.Running };
        var pod = Make.Pod(name, job, "app=web", node: "n1", phase: phase, ready: text.Groups["state"].Value == "A");
        var ended = Make.Epoch.AddSeconds(Number(text, "at") ?? 0);
        pod = pod with
        {
            Metadata = pod.Metadata with
            {
                Finalizers = text.Groups["free"].Success ? null : [JobLabels.TrackingFinalizer],
                DeletionTimestamp = text.Groups["going"].Success ? Make.Epoch.AddSeconds(30) : null,
                DeletionGracePeriodSeconds = text.Groups["going"].Success ? 30 : null,
                Annotations = new Dictionary<string, string>
                {
                    [char.IsDigit(name[0]) ? JobLabels.CompletionIndex : "none"] = name.Split('.')[0],
                    [JobLabels.IndexFailures] = (Number(text, "before") ?? 0).ToString(CultureInfo.InvariantCulture),
                },
            },
            Status = pod.Status with
            {
                ContainerStatuses =
                [
                    new ContainerStatus
                    {
                        Name = "c",
                        RestartCount = Number(text, "restarts") ?? 0,
                        State = new ContainerState { Terminated = PodPhases.IsTerminal(phase) ? new() { ExitCode = Number(text, "code") ?? (phase == PodPhases.Failed ? 1 : 0), FinishedAt = ended } : null },
                    },
                ],
            },
        };
        return pod;
    }

    private static int? Number(Match text, string group) => text.Groups[group] is { Success: true, Value: var value } ? int.Parse(value, CultureInfo.InvariantCulture) : null;

    [GeneratedRegex("^(?<name>[a-z0-9.]+):(?<state>[PRASF])(?<going>x)?(?<free>-)?(=(?<code>\\d+))?(#(?<before>\\d+))?(@(?<at>\\d+))?(\\*(?<restarts>\\d+))?$")]
    private static partial Regex PodShape();
}
