using ActorKube.Api.Core;
using ActorKube.Api.Kinds;
using ActorKube.Api.Meta;
using ActorKube.Api.Serialization;

namespace ActorKube.Api.Apps;

internal static class DeploymentKind
{
    public static readonly Kind<Deployment> Kind = new()
    {
        Group = "apps",
        Version = "v1",
        Name = "Deployment",
        Plural = "deployments",
        ShortNames = ["deploy"],
        Categories = ["all"],
        HasStatus = true,
        HasGeneration = true,
        Spec = Generation,
        OnDefault = DeploymentDefaults.Apply,
        OnCreate = static value => Enabled(value) with { Status = new() },
        OnUpdate = static (next, previous) => Enabled(next) with { Status = previous.Status },

        // A write of the status leaves the labels alone, unlike with other kinds.
        OnStatusUpdate = static (next, previous) => next with
        {
            Spec = previous.Spec,
            Metadata = next.Metadata with { Labels = previous.Metadata.Labels },
        },
        OnValidate = DeploymentValidation.Validate,
        OnValidateUpdate = DeploymentValidation.ValidateUpdate,
        OnValidateStatusUpdate = DeploymentStatusValidation.Validate,
        OnWarnings = static (value, previous) => WorkloadWarnings.Of(value, previous, static d => d.Spec.Template),
        TableColumns = DeploymentColumns.All,
        ScaleMapping = new(
            static d => d.Spec.Replicas ?? 0,
            static d => d.Status.Replicas,
            static d => WorkloadSelectors.Text(d.Spec.Selector),
            static (d, replicas) => d with { Spec = d.Spec with { Replicas = replicas } }),
    };

    /// <summary>Annotations count as specification: ReplicaSets get copies of them.</summary>
    private static IWritable Generation(Deployment value) => value with
    {
        Metadata = new ObjectMeta { Annotations = value.Metadata.Annotations },
        Status = new(),
    };

    private static Deployment Enabled(Deployment value) => value with
    {
        Spec = value.Spec with { Template = PodFeatures.DropDisabled(value.Spec.Template) },
    };
}
