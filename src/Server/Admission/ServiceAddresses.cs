using ActorKube.Api.Core;
using ActorKube.Api.Errors;
using ActorKube.Api.Meta;
using ActorKube.Engine.Commands;

namespace ActorKube.Server.Admission;

/// <summary>Gives services their cluster addresses and node ports. What is taken is read off the services themselves.</summary>
public sealed class ServiceAddresses(ServiceNetwork network, Random random) : IAdmission
{
    private readonly Lock _gate = new();

    public IApiObject Mutate(AdmissionRequest request, IApiObject value)
    {
        if (value is not Service service || request.Operation == AdmissionOperation.Delete || request.Subresource.Length > 0)
        {
            return value;
        }

        var taken = ServiceClaims.Of(request.View.List("services").Where(s => s.Key != request.Key).Select(s => s.Read<Service>()));
        var errors = new FieldErrors();
        Service allocated;
        lock (_gate)
        {
            allocated = ServiceAllocation.Allocate(service, request.Previous as Service, taken, network, random, errors);
        }

        return errors.Any ? throw ApiErrors.Invalid("Service", "", service.Metadata.Name ?? "", errors.All) : allocated;
    }
}
