using ActorKube.Actors.Shared;
using ActorKube.Api.Apps;
using ActorKube.Api.Core;
using ActorKube.Api.Meta;
using ActorKube.Api.Serialization;

namespace ActorKube.Actors.Workloads.ControllerRevisions;

/// <summary>What keeps revisions of its template.</summary>
/// <param name="Object">The owner itself.</param>
/// <param name="HashLabel">The label of its revisions that carries their hash; the kinds differ in it.</param>
/// <param name="CollisionCount">How often a name was found taken; goes into the hash.</param>
internal sealed record RevisionOwner(IApiObject Object, PodTemplateSpec Template, string HashLabel, int? CollisionCount)
{
    /// <summary>The revision of the present template.</summary>
    public ControllerRevision Snapshot(RawJson patch, long number)
    {
        var hash = PodTemplateHash.ComputeRevision(patch, CollisionCount);
        var labels = new Dictionary<string, string>(Template.Metadata.Labels ?? new Dictionary<string, string>(), StringComparer.Ordinal) { [HashLabel] = hash };
        return new ControllerRevision
        {
            ApiVersion = "apps/v1",
            Kind = "ControllerRevision",
            Metadata = new ObjectMeta
            {
                Name = $"{Object.Metadata.Name}-{hash}",
                Namespace = Object.Metadata.Namespace,
                Labels = labels,
                Annotations = Object.Metadata.Annotations,
                OwnerReferences = [Owners.ControllerOf(Object)],
            },
            Data = patch,
            Revision = number,
        };
    }
}
