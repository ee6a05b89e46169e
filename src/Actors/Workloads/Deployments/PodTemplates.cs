using ActorKube.Api.Apps;
using ActorKube.Api.Core;
using ActorKube.Api.Serialization;

namespace ActorKube.Actors.Workloads.Deployments;

/// <summary>Templates with and without the label that names a ReplicaSet after them.</summary>
internal static class PodTemplates
{
    public static bool AreSame(PodTemplateSpec a, PodTemplateSpec b) => ApiEquality.Same(WithoutHash(a), WithoutHash(b));

    public static PodTemplateSpec WithHash(PodTemplateSpec template, string hash) => template with
    {
        Metadata = template.Metadata with { Labels = With(template.Metadata.Labels, WorkloadLabels.PodTemplateHash, hash) },
    };

    public static Dictionary<string, string> With(IReadOnlyDictionary<string, string>? map, string key, string value) =>
        new(map ?? new Dictionary<string, string>(), StringComparer.Ordinal) { [key] = value };

    private static PodTemplateSpec WithoutHash(PodTemplateSpec template) =>
        template.Metadata.Labels?.ContainsKey(WorkloadLabels.PodTemplateHash) != true ? template : template with
        {
            Metadata = template.Metadata with
            {
                Labels = template.Metadata.Labels.Where(static l => l.Key != WorkloadLabels.PodTemplateHash).ToDictionary(StringComparer.Ordinal),
            },
        };
}
