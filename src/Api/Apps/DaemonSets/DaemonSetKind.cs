using ActorKube.Api.Core;
using ActorKube.Api.Errors;
using ActorKube.Api.Kinds;

namespace ActorKube.Api.Apps;

internal static class DaemonSetKind
{
    public static readonly Kind<DaemonSet> Kind = new()
    {
        Group = "apps",
        Version = "v1",
        Name = "DaemonSet",
        Plural = "daemonsets",
        ShortNames = ["ds"],
        Categories = ["all"],
        HasStatus = true,
        HasGeneration = true,
        Spec = static value => value.Spec,
        OnDefault = static value => TemplateGeneration.Show(DaemonSetDefaults.Apply(value)),
        OnCreate = static value => TemplateGeneration.Start(Enabled(value) with { Status = new() }),
        OnUpdate = static (next, previous) => TemplateGeneration.Continue(Enabled(next) with { Status = previous.Status }, previous),
        OnStatusUpdate = static (next, previous) => TemplateGeneration.Keep(next with { Spec = previous.Spec }, previous),
        OnValidate = DaemonSetValidation.Validate,
        OnValidateUpdate = DaemonSetValidation.ValidateUpdate,
        OnValidateStatusUpdate = DaemonSetStatusValidation.Validate,
        OnWarnings = Warnings,
        TableColumns = DaemonSetColumns.All,
    };

    private static IReadOnlyList<string> Warnings(DaemonSet value, DaemonSet? previous) =>
        previous is null || TemplateGeneration.Of(value) != TemplateGeneration.Of(previous)
            ? PodWarnings.Of(value.Spec.Template, FieldPath.Of("spec").Child("template"))
            : [];

    private static DaemonSet Enabled(DaemonSet value) => value with
    {
        Spec = value.Spec with { Template = PodFeatures.DropDisabled(value.Spec.Template) },
    };
}
