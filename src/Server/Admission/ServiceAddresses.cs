using ActorKube.Api.Core;
using ActorKube.Api.Errors;
using ActorKube.Api.Meta;
using ActorKube.Engine.Claims;
using ActorKube.Engine.Commands;

namespace ActorKube.Server.Admission;

/// <summary>Gives services their cluster addresses and node ports. What is taken is read off the claims; that two hosts don't give the same is up to those.</summary>
public sealed class ServiceAddresses(ServiceNetwork network, Random random) : IAdmission
{
    private readonly Lock _gate = new();

    public IApiObject Mutate(AdmissionRequest request, IApiObject value)
    {
        if (value is not Service service || request.Operation == AdmissionOperation.Delete || request.Subresource.Length > 0)
        {
            return value;
        }

        var errors = new FieldErrors();
        Service allocated;
        lock (_gate)
        {
            allocated = ServiceAllocation.Allocate(service, request.Previous as Service, new Others(request), network, random, errors);
        }

        return errors.Any ? throw ApiErrors.Invalid("Service", "", service.Metadata.Name ?? "", errors.All) : allocated;
    }

    /// <summary>What the others have.</summary>
    private sealed class Others(AdmissionRequest request) : IServiceClaims
    {
        public bool HasClusterIp(string ip) => IsTaken(ServiceClaimNames.OfClusterIp(ip));

        public bool HasNodePort(int port) => IsTaken(ServiceClaimNames.OfNodePort(port));

        private bool IsTaken(string name) => HeldClaims.IsTaken(request.View, request.Kind, name, request.Key, request.Now);
    }
}
