using System.Globalization;
using ActorKube.Api.Apps;
using ActorKube.Api.Errors;
using ActorKube.Api.Meta;
using ActorKube.Api.Validation;

namespace ActorKube.Api.Batch;

internal static class JobValidation
{
    private static readonly FieldPath Spec = FieldPath.Of("spec");
    private static readonly FieldPath Metadata = FieldPath.Of("metadata");

    public static void Validate(Job value, FieldErrors errors) => Validate(value, null, errors);

    /// <param name="previous">The job before an update; null for a new one.</param>
    public static void Validate(Job value, Job? previous, FieldErrors errors)
    {
        GeneratedSelector(value, previous, errors);
        ValidateSpec(value.Spec, previous?.Spec, errors);
        HostName(value, errors);
    }

    public static void ValidateSpec(JobSpec spec, JobSpec? previous, FieldErrors errors)
    {
        JobSpecValidation.Validate(spec, previous, Spec, errors);
        if (spec.Selector is null)
        {
            errors.Required(Spec.Child("selector"));
        }

        LabelSelectorValidation.Validate(spec.Selector, Spec.Child("selector"), errors, LabelSelectorValidation.HasInvalidValue(previous?.Selector));
        if (WorkloadSelectors.Query(spec.Selector) is { } selector)
        {
            TemplateRules.Matches(selector, spec.Template, Spec.Child("template"), errors);
        }
    }

    /// <summary>A selector that was generated has to be as it was generated.</summary>
    private static void GeneratedSelector(Job job, Job? previous, FieldErrors errors)
    {
        if (job.Spec.ManualSelector == true || job.Spec.Selector is null)
        {
            return;
        }

        var (name, uid) = (job.Metadata.Name ?? "", job.Metadata.Uid ?? "");
        if (uid.Length == 0)
        {
            errors.Required(Metadata.Child("uid"));
        }

        var expected = new Dictionary<string, string> { [JobLabels.LegacyControllerUid] = uid, [JobLabels.LegacyJobName] = name };

        // Jobs from before the prefixed labels do without them.
        var had = previous?.Spec.Template.Metadata.Labels;
        if (previous is null || (had is not null && had.ContainsKey(JobLabels.JobName) && had.ContainsKey(JobLabels.ControllerUid)))
        {
            (expected[JobLabels.ControllerUid], expected[JobLabels.JobName]) = (uid, name);
        }

        foreach (var (key, value) in expected)
        {
            HasLabel(job.Spec.Template.Metadata.Labels, key, value, errors);
        }

        if (WorkloadSelectors.Query(job.Spec.Selector)?.Matches(expected) == false)
        {
            errors.Invalid(Spec.Child("selector"), WorkloadGoText.Of(job.Spec.Selector), "`selector` not auto-generated");
        }
    }

    private static void HasLabel(IReadOnlyDictionary<string, string>? labels, string key, string value, FieldErrors errors)
    {
        var path = Spec.Child("template").Child("metadata").Child("labels").Key(key);
        if (labels is null || !labels.TryGetValue(key, out var actual))
        {
            errors.Required(path, $"must be '{value}'");
        }
        else if (actual != value)
        {
            errors.Invalid(path, GoText.Of(labels), $"must be '{value}'");
        }
    }

    /// <summary>Pods of an indexed job are called after its name and their index, which has to make a host name.</summary>
    private static void HostName(Job job, FieldErrors errors)
    {
        if (!job.Spec.IsIndexed() || job.Spec.Completions is not > 0)
        {
            return;
        }

        var last = string.Create(CultureInfo.InvariantCulture, $"{job.Metadata.Name}-{job.Spec.Completions - 1}");
        if (DnsNames.Label(last).Count > 0)
        {
            errors.Invalid(Metadata.Child("name"), job.Metadata.Name, $"will not able to create pod with invalid DNS label: {last}");
        }
    }
}
